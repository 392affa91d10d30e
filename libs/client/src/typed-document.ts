/**
 * One GraphQL operation as text, with the types of what it takes and gives. Made by `npm run codegen` from the .graphql files of console and
 * command line, which are checked against the api's schema there.
 */
export interface TypedDocument<Result, Variables> {
  /** SHA-256 of the text in hex: the name that the api knows it by. */
  readonly id: string;
  /** Name of the operation. */
  readonly name: string;
  readonly text: string;
  /** Never set; carries the types. */
  readonly types?: (variables: Variables) => Result;
}
