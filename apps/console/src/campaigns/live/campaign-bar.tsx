import { useLocaleState } from 'ra-core';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { type CampaignPagePartsFragment, type CampaignState } from '../../generated/documents.ts';
import { isRefusal } from '../../i18n/use-error-text.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useText } from '../../i18n/use-text.ts';
import { Icon } from '../../kit/icon.tsx';
import { countOf } from '../../kit/bar-parts.ts';
import { VerbButton, type VerbButtonProps } from '../../kit/verb-button.tsx';
import { useStaleSince } from '../../live/live-context.tsx';
import { useStartRefusal } from '../../live/use-start-refusal.ts';
import { useMe } from '../../session/use-me.ts';
import { useSay } from '../use-say.ts';
import { type DialogVerb, verbIcons } from '../verb/campaign-verb-dialog.tsx';
import { whyNot } from '../verb/verb-availability.ts';
import { type CampaignVerb, permissionOf, verbRules } from '../verb/verb-rules.ts';

interface CampaignBarProps {
  readonly campaign: CampaignPagePartsFragment;
  readonly onVerb: (verb: DialogVerb) => void;
}

const beforeStart: readonly CampaignState[] = ['DRAFT', 'INVALID', 'REJECTED'];
/** What the state waits for is the one primary button of the page. */
const primaryOf: Partial<Readonly<Record<CampaignState, CampaignVerb>>> = { DRAFT: 'submit', INVALID: 'submit', AWAITING_APPROVAL: 'approve', SCHEDULED: 'start', PAUSED: 'resume', HALTED: 'resume' };

/** Why a verb cannot be pressed now, as a sentence; null: it can. */
export function useWhyNot(campaign: Pick<CampaignPagePartsFragment, 'can' | 'state'>): (verb: CampaignVerb) => string | null {
  const t = useText();
  const say = useSay();
  const [locale] = useLocaleState();
  const { may } = useMe();
  const stale = useStaleSince() !== null;
  const startRefusal = useStartRefusal();
  return (verb) => {
    if (stale && verbRules[verb].needsLive) return startRefusal;
    const reason = whyNot(verb, campaign.can, stale);
    if (reason === null) return null;
    // The api says why in English, with names and numbers; other languages say what its code means.
    const code = campaign.can[verb].code ?? '';
    if (typeof reason === 'string' && locale !== 'en' && isRefusal(code)) return t(`errors.refusal.${code}`);
    if (typeof reason === 'string' && locale !== 'en') return may(permissionOf[verb]) ? t('campaigns.verb.notInState', { state: t(`words.campaignState.${campaign.state}`) }) : t('kit.permissionMissing', { permission: permissionOf[verb] });
    return say(reason);
  };
}

/** Every verb, always at the same place; halting is last and alone in its colour. */
export function CampaignBar({ campaign, onVerb }: CampaignBarProps) {
  const t = useText();
  const reasonOf = useWhyNot(campaign);
  const primary = primaryOf[campaign.state];
  const button = (verb: DialogVerb, parts: Pick<VerbButtonProps, 'kind' | 'className'> = {}) => (
    <VerbButton key={verb} icon={verbIcons[verb]} disabledReason={reasonOf(verb)} onClick={() => { onVerb(verb); }} {...parts} {...(verb === primary ? { kind: 'primary' } : {})}>{t(`campaigns.verb.${verb}`)}</VerbButton>
  );
  return (
    <div role="group" aria-label={t('campaigns.verb.bar')} className="campaign-bar">
      <span className="context small secondary"><InFlight campaign={campaign} /></span>
      {button('retry', { kind: 'plain', className: 'desk' })}
      {button('rollback', { className: 'desk' })}
      {beforeStart.includes(campaign.state) ? button('submit', { className: 'desk' }) : button('approve', { className: 'desk' })}
      {button('start', { className: 'desk' })}
      <span className="divider" />
      {button('resume', { className: 'desk' })}
      {button('pause')}
      {button('hold', { className: 'desk' })}
      <More campaign={campaign} reasonOf={reasonOf} onVerb={onVerb} />
      {button('halt', { kind: 'halt' })}
    </div>
  );
}

/** How many are under way, and how many of them no halt can stop. */
function InFlight({ campaign }: Pick<CampaignBarProps, 'campaign'>) {
  const t = useText();
  const { count } = useFormats();
  const inFlight = countOf(campaign.byStateClass, 'IN_FLIGHT');
  const holding = campaign.holdingPermit.length;
  if (inFlight === 0 && holding === 0) return <span className="cut">{t('campaigns.inFlight.none')}</span>;
  return <span className="cut"><b>{t('campaigns.inFlight.some', { inFlight: count(inFlight) })}</b>{holding === 0 ? null : t('campaigns.inFlight.holding', { holding: count(holding) })}</span>;
}

const desktopMenu: readonly CampaignVerb[] = ['revise', 'cancel'];
const phoneMenu: readonly CampaignVerb[] = ['submit', 'approve', 'start', 'resume', 'hold', 'retry', 'rollback'];

/** What has no room in the bar: giving up and editing, and on phones everything but pausing and halting. Each item says why it is off. */
function More({ campaign, reasonOf, onVerb }: CampaignBarProps & { readonly reasonOf: (verb: CampaignVerb) => string | null }) {
  const t = useText();
  const navigate = useNavigate();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const choose = (verb: CampaignVerb): void => {
    setAnchor(null);
    if (verb === 'revise') void navigate(`/campaigns/${campaign.id}/edit`);
    else onVerb(verb);
  };
  const item = (verb: CampaignVerb, className: string) => {
    const reason = reasonOf(verb);
    return (
      <MenuItem key={verb} className={`campaign-menu-item ${className}`} aria-disabled={reason === null ? undefined : true} onClick={() => { if (reason === null) choose(verb); }}>
        <Icon name={verbIcons[verb]} /><span><span className={reason === null ? '' : 'muted'}>{t(`campaigns.verb.${verb}`)}</span>{reason === null ? null : <span className="small muted why-not">{reason}</span>}</span>
      </MenuItem>
    );
  };
  return (
    <>
      <VerbButton icon="more" onClick={({ currentTarget }) => { setAnchor(currentTarget); }}>{t('campaigns.verb.more')}</VerbButton>
      <Menu open={anchor !== null} anchorEl={anchor} onClose={() => { setAnchor(null); }} transitionDuration={0} anchorOrigin={{ vertical: 'top', horizontal: 'right' }} transformOrigin={{ vertical: 'bottom', horizontal: 'right' }} slotProps={{ list: { 'aria-label': t('campaigns.page.actions', { name: campaign.name }) } }}>
        {phoneMenu.map((verb) => item(verb, 'phone-only'))}
        {desktopMenu.map((verb) => item(verb, ''))}
      </Menu>
    </>
  );
}
