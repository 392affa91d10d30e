/** What a person, a node or a program said: never ours to translate. */
export const ForeignText = ({ children }: { readonly children: string }) => <span translate="no">{children}</span>;
