import { Link } from 'react-router-dom';
import { useAsk } from '../../data/use-ask.ts';
import { CampaignTargetProfilesDocument, type CampaignPagePartsFragment } from '../../generated/documents.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useText } from '../../i18n/use-text.ts';
import { shortDigest } from './short-digest.ts';

type Campaign = Pick<CampaignPagePartsFragment, 'revision' | 'approval' | 'author' | 'parentId'>;

/** What everybody asks about a campaign first: what the nodes become, which plan, who approved it, whose it is. */
export function CampaignFacts({ campaign, targetProfileId }: { readonly campaign: Campaign; readonly targetProfileId: string | null }) {
  const t = useText();
  const { clock } = useFormats();
  const { data } = useAsk(CampaignTargetProfilesDocument, {}, { freshSeconds: 300 });
  const target = data?.targetProfiles.find(({ id }) => id === targetProfileId);
  const { revision, approval, author, parentId } = campaign;
  return (
    <dl className="facts-row campaign-facts">
      {parentId === null ? null : <div><dt>{t('campaigns.facts.rollbackOf')}</dt><dd><Link to={`/campaigns/${parentId}`}>{t('campaigns.facts.parent')}</Link></dd></div>}
      {target === undefined ? null : <div><dt>{t('campaigns.facts.target')}</dt><dd title={target.name}>{target.osId} {target.osVersion}</dd></div>}
      <div><dt>{t('campaigns.facts.revision')}</dt><dd>{revision === null ? <span className="muted">{t('campaigns.facts.noPlan')}</span> : <span className="mono" title={shortDigest(revision.digest, 64)}>{shortDigest(revision.digest)}</span>}</dd></div>
      <div><dt>{t('campaigns.facts.approvedBy')}</dt><dd>{approval?.approved === true ? <>{approval.person.name} <span className="muted">{clock(approval.at)}</span></> : <span className="muted">{t('campaigns.facts.notApproved')}</span>}</dd></div>
      <div><dt>{t('campaigns.facts.author')}</dt><dd>{author.name}</dd></div>
    </dl>
  );
}
