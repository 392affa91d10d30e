/** What the api or a node says in its own words: English, and marked as such for whoever reads the page out. */
export const ServerText = ({ children }: { readonly children: string }) => <span lang="en" translate="no">{children}</span>;
