/** Something a caller can put right; the message says how. `status` is the HTTP status of the answer. */
export class LabError extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.name = 'LabError';
    this.status = status;
  }
}
