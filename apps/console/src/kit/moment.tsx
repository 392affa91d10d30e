import { useFormats } from '../i18n/use-formats.ts';

/** A clock time, with the day when it is not today; all of it on hover. */
export const Moment = ({ at }: { readonly at: string }) => {
  const { clock, full } = useFormats();
  return <time dateTime={at} title={full(at)}>{clock(at)}</time>;
};

/** m:ss. */
export const Duration = ({ seconds }: { readonly seconds: number }) => {
  const { duration } = useFormats();
  return <span>{duration(seconds)}</span>;
};
