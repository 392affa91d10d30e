import { Link } from 'react-router-dom';
import { useFormats } from '../i18n/use-formats.ts';

/** A count that leads to exactly the rows behind it. */
export const CountLink = ({ count, to, name }: { readonly count: number; readonly to: string; readonly name: string }) => {
  const formats = useFormats();
  return <Link className="count-link" to={to} aria-label={`${formats.count(count)} ${name}`}>{formats.count(count)}</Link>;
};
