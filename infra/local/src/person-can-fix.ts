/** Something a person has to do before it can go on. Shown without a stack trace; the message names the exact command. */
export class PersonCanFix extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'PersonCanFix';
  }
}
