import { type PlanDiffPartsFragment } from '../../generated/documents.ts';
import { useText } from '../../i18n/use-text.ts';
import { useSay } from '../use-say.ts';

const namesShown = 12;

/** Values and nodes that changed between two revisions, line by line: what went, what came. */
export function PlanDiffView({ diff }: { readonly diff: PlanDiffPartsFragment }) {
  const t = useText();
  const say = useSay();
  const names = (all: readonly string[], count: number): string => (count > namesShown ? say({ key: 'campaigns.plan.and', values: { names: all.slice(0, namesShown).join(', '), count: count - namesShown } }) : all.join(', '));
  return (
    <div className="plan-diff">
      {diff.changes.map(({ path, before, after }) => (
        <div key={path}>
          <div className="at">{path}</div>
          <div className="del"><span aria-hidden="true">-</span><span><span className="for-readers">{t('campaigns.plan.went')} </span>{before ?? t('campaigns.plan.notThere')}</span></div>
          <div className="add"><span aria-hidden="true">+</span><span><span className="for-readers">{t('campaigns.plan.came')} </span>{after ?? t('campaigns.plan.notThere')}</span></div>
        </div>
      ))}
      {diff.removedCount === 0 ? null : <div className="del"><span aria-hidden="true">-</span><span><span className="for-readers">{t('campaigns.plan.went')} </span>{names(diff.removed, diff.removedCount)}</span></div>}
      {diff.addedCount === 0 ? null : <div className="add"><span aria-hidden="true">+</span><span><span className="for-readers">{t('campaigns.plan.came')} </span>{names(diff.added, diff.addedCount)}</span></div>}
    </div>
  );
}
