/** How browsers reach the api. */
export interface WebSettings {
  /** Whether they come by https, through a proxy in front; session cookies then never travel otherwise. */
  readonly secure: boolean;
  /** Origins besides the one that a request was sent to, such as `https://skein.example`. */
  readonly origins: readonly string[];
  /** Folder with the built console; null: there is none. */
  readonly consoleFolder: string | null;
}

export const plainWebSettings: WebSettings = { secure: false, origins: [], consoleFolder: null };
