// Made from the .graphql files of apps/console by `npm run codegen`: do not edit.
export {};
