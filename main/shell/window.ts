import type { BrowserWindowConstructorOptions } from 'electron'

/** What the till's window is made with. Each rule of safety §5 is written out, defaults included, so that it can be read here. */
export function windowOptions(preload: string, isPackaged: boolean): BrowserWindowConstructorOptions {
  return {
    title: 'Paydesk',
    width: 1280,
    height: 800,
    minWidth: 800,
    minHeight: 600,
    // Shown when the first screen is drawn, not before: a till never flashes white.
    show: false,
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      // The spell checker downloads its dictionaries.
      spellcheck: false,
      devTools: !isPackaged,
    },
  }
}
