import type { ReactElement } from 'react'

/** Every picture of the page, drawn on a 24 × 24 grid in the ink around it. */
const PATHS = {
  tick: <path d="M5 12.8l4.6 4.6L19.5 7" />,
  cross: <path d="M6.5 6.5l11 11M17.5 6.5l-11 11" />,
  stop: (
    <>
      <circle cx="12" cy="12" r="8.5" />
      <path d="M6.2 6.2l11.6 11.6" />
    </>
  ),
  question: (
    <>
      <path d="M8 8.6a4 4 0 1 1 5.9 3.6c-1.3.7-1.9 1.5-1.9 2.9" />
      <path d="M12 19.2v.1" />
    </>
  ),
  clock: (
    <>
      <circle cx="12" cy="12" r="8.5" />
      <path d="M12 7v5.2l3.4 2" />
    </>
  ),
  hand: (
    <>
      <circle cx="12" cy="12" r="8.5" />
      <path d="M9.2 8.6v6.8M14.8 8.6v6.8" />
    </>
  ),
  magnifier: (
    <>
      <circle cx="10.5" cy="10.5" r="6" />
      <path d="M15 15l5 5" />
    </>
  ),
  terminal: (
    <>
      <rect x="6.5" y="2.8" width="11" height="18.4" rx="2.4" />
      <path d="M9.5 6.2h5v3.6h-5zM9.6 13.4v.1M12 13.4v.1M14.4 13.4v.1M9.6 16.6v.1M12 16.6v.1M14.4 16.6v.1" />
    </>
  ),
  send: <path d="M4 12h13M12 6.5l5.5 5.5-5.5 5.5" />,
  split: (
    <>
      <circle cx="12" cy="12" r="8.5" />
      <path d="M12 3.5v17M12 12h8.5" />
    </>
  ),
  pen: <path d="M4.5 19.5l1-4.2L15.8 5a2 2 0 0 1 2.8 0l.4.4a2 2 0 0 1 0 2.8L8.7 18.500zM14 7l3 3" />,
  versus: <path d="M3.5 8.500h12M12 5l3.5 3.500L12 12M20.5 15.500h-12M12 12l-3.5 3.500L12 19" />,
  warning: <path d="M12 4L2.8 19.500h18.400zM12 10v4.600M12 17v.1" />,
  seal: (
    <>
      <path d="M12 2.800l7.5 3v5.400c0 4.6-3 8.2-7.5 10-4.5-1.8-7.5-5.4-7.5-10V5.800z" />
      <path d="M8.5 12l2.5 2.5 4.5-5" />
    </>
  ),
  giveBack: <path d="M5 9h9.500a5 5 0 0 1 0 10H8.500M9 5L5 9l4 4" />,
  back: <path d="M20 12H6.500M11.5 6.500L6 12l5.5 5.5" />,
  backspace: <path d="M8.5 5.500H20a1 1 0 0 1 1 1v11a1 1 0 0 1-1 1H8.500L3 12zM11.5 9.500l5 5M16.5 9.500l-5 5" />,
  chevron: <path d="M9 5.500l6.5 6.500L9 18.5" />,
  plus: <path d="M12 5v14M5 12h14" />,
  keyboard: <path d="M3 6.500h18v11H3zM6.5 10v.1M10 10v.1M14 10v.1M17.5 10v.1M8 14h8" />,
  list: <path d="M8.5 6.500H20M8.5 12H20M8.5 17.500H20M4.5 6.500v.1M4.5 12v.1M4.5 17.500v.1" />,
  printer: <path d="M7 9V3.500h10V9M7 17.500H3.500V9h17v8.500H17M7 14h10v6.500H7zM17.2 11.6v.1" />,
  mail: <path d="M3.500 5.500h17v13h-17zM3.500 7l8.500 6 8.500-6" />,
  document: <path d="M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6" />,
  sliders: (
    <path d="M4 7.500h9M17 7.500h3M4 16.500h3M11 16.500h9M15 5.200a2.300 2.300 0 1 1 0 4.600a2.300 2.300 0 0 1 0-4.600zM9 14.200a2.300 2.300 0 1 1 0 4.600a2.300 2.300 0 0 1 0-4.600z" />
  ),
  till: <path d="M4 13.500h16v6H4zM6 13.500l1.5-8.500h9L18 13.500M10 8.500h4M12 16.500v.1" />,
} as const satisfies Record<string, ReactElement>

export type IconName = keyof typeof PATHS

/** A picture beside words; never the only bearer of a meaning, so hidden from screen readers. */
export function Icon({ name, size = 24 }: { name: IconName; size?: number }): ReactElement {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={2}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {PATHS[name]}
    </svg>
  )
}

/** The mark of Paydesk: a slip with a tick on it, in the accent. */
export function Mark({ size = 36 }: { size?: number }): ReactElement {
  return (
    <svg width={size} height={size} viewBox="0 0 36 36" aria-hidden="true" focusable="false">
      <rect width="36" height="36" rx="10" fill="var(--mark, var(--accent))" />
      <path
        d="M10 7.500h16v20.500l-2.67-2.3-2.66 2.3-2.67-2.3-2.67 2.3-2.66-2.300L10 28z"
        fill="var(--on-mark, var(--on-accent))"
      />
      <path
        d="M14.2 16.200l2.9 2.9 5-5.6"
        fill="none"
        stroke="var(--mark, var(--accent))"
        strokeWidth="2.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}
