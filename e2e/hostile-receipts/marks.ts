/** Stands for the host that counts what reaches it; the stories put its address and port in its place. */
export const HOST = 'home.invalid'

/** An address there. */
export const HOME = `http://${HOST}/x`

/** A script that leaves its mark wherever it can; it needs no quotes and no blanks. */
export const RUN = 'console.log(/owned/);document.title=/owned/;top.owned=1'
