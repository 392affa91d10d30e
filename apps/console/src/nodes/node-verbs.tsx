import { useState } from 'react';
import { type VerbOutcome, useVerb } from '../data/use-verb.ts';
import { NodeClearQuarantineDocument, NodeHoldDocument, NodeProtectDocument, NodeRetireDocument } from '../generated/documents.ts';
import { useText } from '../i18n/use-text.ts';
import { VerbButton } from '../kit/verb-button.tsx';
import { VerbDialog } from '../kit/verb-dialog.tsx';
import { useStartRefusal } from '../live/use-start-refusal.ts';
import { useMe } from '../session/use-me.ts';

export interface VerbNode { readonly id: string; readonly hostname: string; readonly held: boolean; readonly protected: boolean; readonly quarantined: boolean; readonly retired: boolean }
type NodeVerb = 'hold' | 'letGo' | 'protect' | 'unprotect' | 'clearQuarantine' | 'retire';

/** What a person may do with one node: each asks once, with a reason; what cannot be taken back asks for the name. */
export function NodeVerbs({ node, small = false, all = false }: { readonly node: VerbNode; readonly small?: boolean; readonly all?: boolean }) {
  const t = useText();
  const { me, may } = useMe();
  const stale = useStartRefusal();
  const [open, setOpen] = useState<NodeVerb | null>(null);
  const permission = me !== null && !may('inventory:write') ? t('kit.permissionMissing', { permission: 'inventory:write' }) : null;
  const retired = node.retired ? t('nodes.verb.isRetired') : null;
  const verbs: readonly (readonly [NodeVerb, string | null])[] = [
    [node.held ? 'letGo' : 'hold', permission ?? retired ?? (node.held ? stale : null)],
    ...(all ? [[node.protected ? 'unprotect' : 'protect', permission ?? retired ?? (node.protected ? stale : null)], ['clearQuarantine', permission ?? (node.quarantined ? stale : t('nodes.verb.notQuarantined'))], ['retire', permission ?? retired ?? stale]] as const : []),
  ];
  return (
    <>
      {verbs.map(([verb, refusal]) => <VerbButton key={verb} small={small} disabledReason={refusal} onClick={() => { setOpen(verb); }}>{t(`nodes.verb.${verb}`)}</VerbButton>)}
      {open === null ? null : <NodeVerbDialog verb={open} node={node} onClose={() => { setOpen(null); }} />}
    </>
  );
}

function NodeVerbDialog({ verb, node: { id: nodeId, hostname }, onClose }: { readonly verb: NodeVerb; readonly node: VerbNode; readonly onClose: () => void }) {
  const t = useText();
  const hold = useVerb(NodeHoldDocument);
  const protect = useVerb(NodeProtectDocument);
  const clear = useVerb(NodeClearQuarantineDocument);
  const retire = useVerb(NodeRetireDocument);
  const run = (reason: string): Promise<VerbOutcome<unknown>> => {
    switch (verb) {
      case 'hold': case 'letGo': return hold.run({ nodeId, reason, held: verb === 'hold' });
      case 'protect': case 'unprotect': return protect.run({ nodeId, reason, protected: verb === 'protect' });
      case 'clearQuarantine': return clear.run({ nodeId, reason });
      case 'retire': return retire.run({ nodeId, reason });
    }
  };
  return (
    <VerbDialog
      title={t(`nodes.verbTitle.${verb}`, { name: hostname })} lead={t(`nodes.verbLead.${verb}`)} confirm={t(`nodes.verbConfirm.${verb}`)} keep={t('nodes.verb.keep')} reason="required"
      typedName={verb === 'retire' ? hostname : null} onClose={onClose} onConfirm={(reason) => run(reason ?? '')}
    />
  );
}
