/** How browsers reach the api. */
export interface WebSettings {
  /** Whether they come by https, through a proxy in front; session cookies then never travel otherwise. */
  readonly secure: boolean;
  /** Origins besides the one that a request was sent to, such as `https://skein.example`. */
  readonly origins: readonly string[];
  /** Folder with the built console; null: there is none. */
  readonly consoleFolder: string | null;
  /** Name of this installation, such as `production`, shown on every page; empty: nameless. */
  readonly environmentName: string;
  /** The console then asks for more before it starts something. */
  readonly isProtected: boolean;
}

export const plainWebSettings: WebSettings = { secure: false, origins: [], consoleFolder: null, environmentName: '', isProtected: false };
