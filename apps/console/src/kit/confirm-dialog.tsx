import { VerbDialog, type VerbDialogProps } from './verb-dialog.tsx';

/** For what is always safe, such as halting and pausing: one confirm that has the focus, and never any typing. */
export const ConfirmDialog = (props: Omit<VerbDialogProps, 'typedName' | 'reason' | 'refusal'>) => <VerbDialog {...props} reason="optional" />;
