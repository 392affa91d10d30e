/** One thing that is being done and may take a while. */
export interface Step {
  /** What is going on right now; shown while it lasts, and now and then where nothing can be overwritten. */
  note(text: string): void;
  done(text: string): void;
  failed(text: string): void;
}

/** Where progress goes. Lines are for people; nothing reads them back. */
export interface Terminal {
  readonly interactive: boolean;
  line(text?: string): void;
  step(name: string): Step;
}
