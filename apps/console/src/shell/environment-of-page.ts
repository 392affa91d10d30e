export interface PageEnvironment { readonly name: string | null; readonly protected: boolean }

/** What the api wrote into the page. A page that no api has served belongs to nobody. */
export function environmentOfPage(page: Pick<Document, 'querySelector'>): PageEnvironment {
  const read = (name: string): string | null => {
    const content = page.querySelector(`meta[name="${name}"]`)?.getAttribute('content')?.trim() ?? '';
    return content === '' || content.startsWith('__') ? null : content;
  };
  return { name: read('skein-environment'), protected: read('skein-environment-protected') === 'true' };
}
