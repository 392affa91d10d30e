/**
 * Fills `%{name}` in, and picks one of `one |||| many` by `smart_count`. Numbers get the separators of the language. The notation is
 * react-admin's, so that its texts and ours are filled by the same few lines.
 */
export function fillText(phrase: string, values: Readonly<Record<string, unknown>>, languageTag: string): string {
  const forms = phrase.split('||||');
  const count = values['smart_count'];
  const many = typeof count === 'number' && new Intl.PluralRules(languageTag).select(count) !== 'one';
  const form = (many ? forms[1] : forms[0]) ?? forms[0] ?? '';
  return form.trim().replace(/%\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    if (typeof value === 'number') return value.toLocaleString(languageTag);
    return typeof value === 'string' ? value : whole;
  });
}
