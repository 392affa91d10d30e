import { useStartRefusal } from '../live/use-start-refusal.ts';
import { VerbDialog, type VerbDialogProps } from './verb-dialog.tsx';

/** For what starts or brings back many: the name is typed, a reason is recorded, and it is refused while the page is stale. */
export function TypedNameDialog({ typedName, ...props }: Omit<VerbDialogProps, 'typedName' | 'reason' | 'refusal'> & { readonly typedName: string }) {
  const refusal = useStartRefusal();
  return <VerbDialog {...props} typedName={typedName} reason="required" refusal={refusal} />;
}
