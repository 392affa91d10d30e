export type Locale = 'en' | 'zh';

/** Both languages in their own words. */
export const localeNames: Readonly<Record<Locale, string>> = { en: 'English', zh: '中文' };
export const otherLocale = (locale: Locale): Locale => (locale === 'en' ? 'zh' : 'en');
/** What `Intl` and the `lang` attribute want. */
export const languageTagOf = (locale: Locale): string => (locale === 'zh' ? 'zh-CN' : 'en-GB');
export const isLocale = (value: unknown): value is Locale => value === 'en' || value === 'zh';

/** A choice that was made before, else what the browser asks for. */
export const firstLocale = (remembered: unknown, languages: readonly string[]): Locale => {
  if (isLocale(remembered)) return remembered;
  return languages[0]?.toLowerCase().startsWith('zh') === true ? 'zh' : 'en';
};
