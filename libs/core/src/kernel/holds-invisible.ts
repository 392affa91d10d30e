/**
 * Whether a text has characters that nobody sees or types: controls, marks that turn its direction, halves of pairs. A name with one looks like
 * another name, acts on terminals, and cannot be typed where it is asked for.
 */
export const holdsInvisible = (text: string): boolean => /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]/u.test(text);
