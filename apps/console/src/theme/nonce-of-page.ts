/** Without the nonce of the page the browser drops every rule that is made at run time. */
export const nonceOfPage = (): string | null => {
  const content = document.querySelector('meta[name="csp-nonce"]')?.getAttribute('content') ?? '';
  return content === '' || content.startsWith('__') ? null : content;
};
