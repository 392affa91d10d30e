import { Link } from 'react-router-dom';
import { useText } from '../i18n/use-text.ts';
import { addressOfErrorCode } from './help-address.ts';

/** Codes that this page makes itself, for answers that never came: the reference of the api does not know them. */
const isOurs = (code: string): boolean => /^(UNREACHABLE|ABORTED|HTTP_\d+)$|^[A-Z][a-z]+Error$/u.test(code);

/** A code, leading to what it means and what to do about it. */
export function ErrorCode({ code }: { readonly code: string }) {
  const t = useText();
  return isOurs(code) ? <span className="mono">{code}</span> : <Link className="mono count-link" to={addressOfErrorCode(code)} title={t('help.aboutCode')}>{code}</Link>;
}
