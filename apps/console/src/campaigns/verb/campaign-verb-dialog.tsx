import { useNotify } from 'ra-core';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { type CampaignPagePartsFragment, type PermitHolderPartsFragment } from '../../generated/documents.ts';
import { useText } from '../../i18n/use-text.ts';
import { type IconName } from '../../kit/icon.tsx';
import { VerbDialog } from '../../kit/verb-dialog.tsx';
import { useStartRefusal } from '../../live/use-start-refusal.ts';
import { useSay } from '../use-say.ts';
import { HaltedDialog } from './halted-dialog.tsx';
import { RollbackScopeField } from './rollback-scope-field.tsx';
import { useCampaignVerbs } from './use-campaign-verbs.ts';
import { rollbackCount, type RollbackScope, verbEffects } from './verb-effects.ts';
import { type CampaignVerb, verbRules } from './verb-rules.ts';

export type DialogVerb = Exclude<CampaignVerb, 'revise'>;
export const verbIcons: Readonly<Record<CampaignVerb, IconName>> = {
  halt: 'halt', pause: 'pause', hold: 'pause', resume: 'play', start: 'play', approve: 'check', deny: 'close', submit: 'right', rollback: 'back', retry: 'retry', cancel: 'close', revise: 'settings',
};

interface CampaignVerbDialogProps {
  readonly verb: DialogVerb;
  readonly campaign: CampaignPagePartsFragment;
  /** From the document, where it is known: how many at once. */
  readonly concurrencyMax: number | null;
  readonly onClose: () => void;
  /** After the api has accepted it, before the dialog closes. */
  readonly onDone?: () => void;
}

/** One verb on one campaign: the question, what will happen in counted lines, and as much friction as the verb deserves. */
export function CampaignVerbDialog({ verb, campaign, concurrencyMax, onClose, onDone }: CampaignVerbDialogProps) {
  const t = useText();
  const say = useSay();
  const notify = useNotify();
  const navigate = useNavigate();
  const run = useCampaignVerbs(campaign.id);
  const startRefusal = useStartRefusal();
  const [opened] = useState({ version: campaign.version, state: campaign.state, digest: campaign.revision?.digest ?? null });
  // What was sent and not answered: a repeat must be the same command, whatever the page has learnt meanwhile.
  const unanswered = useRef<{ readonly version: number } | null>(null);
  const [scope, setScope] = useState<RollbackScope>(() => firstScope(campaign));
  const [clearQuarantine, setClearQuarantine] = useState(false);
  const [stillMoving, setStillMoving] = useState<readonly PermitHolderPartsFragment[] | null>(null);
  // The dialog that asked closes itself in the same breath, before this one is drawn anew.
  const tellsMore = useRef(false);
  const rule = verbRules[verb];
  const { name } = campaign;
  const quarantined = campaign.counts.find(({ state }) => state === 'QUARANTINED')?.count ?? 0;
  const effects = verbEffects(verb, campaign, { scope, concurrencyMax, quarantined: clearQuarantine });
  const toBringBack = rollbackCount(campaign, scope);
  const stateText = (state: CampaignPagePartsFragment['state']): string => t(`words.campaignState.${state}`);
  // Nobody answers for a plan that was not read.
  const planRefusal = (verb === 'approve' || verb === 'deny') && (campaign.revision?.digest ?? null) !== opened.digest ? t('campaigns.dialog.planChanged') : null;
  const movedText = campaign.state === opened.state ? t('campaigns.dialog.moved') : t('campaigns.dialog.movedTo', { from: stateText(opened.state), to: stateText(campaign.state) });

  // Nothing at all where nothing more is asked: the confirmation has the focus then.
  const more = verb === 'rollback' ? <RollbackScopeField campaign={campaign} scope={scope} onChange={setScope} /> : verb === 'retry' && quarantined > 0 ? (
    <label className="flex small"><input type="checkbox" checked={clearQuarantine} onChange={(event) => { setClearQuarantine(event.target.checked); }} />{say({ key: 'campaigns.dialog.clearQuarantine', values: { count: quarantined } })}</label>
  ) : undefined;
  if (stillMoving !== null) return <HaltedDialog name={name} holders={stillMoving} onClose={onClose} />;
  return (
    <VerbDialog
      title={t(`campaigns.question.${verb}`, { name })} icon={verbIcons[verb]} kind={verb === 'halt' ? 'haltSolid' : 'primary'}
      lead={<p>{verb === 'approve' ? t('campaigns.meaning.approve', { digest: (opened.digest ?? '').slice(0, 8) }) : t(`campaigns.meaning.${verb}`)}</p>}
      effects={effects.map(({ count, text }) => ({ count, text: say(text) }))}
      confirm={verb === 'rollback' ? say({ key: 'campaigns.confirm.rollback', values: { count: toBringBack } }) : t(`campaigns.confirm.${verb}`)} keep={t(`campaigns.keep.${verb}`)}
      reason={rule.reason} typedName={rule.friction === 'typed' ? name : null}
      refusal={(rule.needsLive ? startRefusal : null) ?? planRefusal ?? (verb === 'rollback' && toBringBack === 0 ? t('campaigns.dialog.nothingToBringBack') : null)}
      notice={planRefusal ?? (rule.namesVersion && campaign.version !== opened.version ? movedText : null)}
      onClose={() => { if (!tellsMore.current) onClose(); }}
      onConfirm={async (reason) => {
        // The counts above are those of now, so the version is too.
        const { version } = unanswered.current ?? campaign;
        const outcome = await run(verb, { reason, version, digest: opened.digest, scope, clearQuarantine });
        unanswered.current = outcome.kind === 'failed' ? { version } : null;
        if (outcome.kind !== 'done') return outcome;
        if (verb === 'halt') {
          tellsMore.current = true;
          setStillMoving(outcome.payload.holdingPermit ?? []);
        }
        else notify(t(`campaigns.done.${verb}`, { name }), { type: 'info' });
        onDone?.();
        if (verb === 'rollback' && outcome.payload.campaign !== null) void navigate(`/campaigns/${outcome.payload.campaign.id}`);
        return outcome;
      }}
    >
      {more}
    </VerbDialog>
  );
}

/** The last wave that changed something: what is usually wanted back; the whole campaign when no wave did. */
function firstScope(campaign: CampaignPagePartsFragment): RollbackScope {
  const last = campaign.waves.findLast(({ number }) => rollbackCount(campaign, { kind: 'wave', wave: number }) > 0);
  return last === undefined ? { kind: 'campaign' } : { kind: 'wave', wave: last.number };
}
