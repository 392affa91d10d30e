import { type HelpTarget } from './help-pages.ts';

export const addressOf = ({ slug, anchor }: HelpTarget): string => `/help/${slug}${anchor === null ? '' : `#${anchor}`}`;

/** Where the help says what a code means and what to do about it. */
export const addressOfErrorCode = (code: string): string => addressOf({ slug: 'errors', anchor: code.toLowerCase() });
