// Made from the .graphql files of apps/cli by `npm run codegen`: do not edit.
export {};
