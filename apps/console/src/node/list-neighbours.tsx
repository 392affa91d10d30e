import { Link } from 'react-router-dom';
import { useAsk } from '../data/use-ask.ts';
import { NodeListDocument } from '../generated/documents.ts';
import { useText } from '../i18n/use-text.ts';
import { nodeFilterOf, readNodeAddress } from '../nodes/node-address.ts';

const perPage = 50;

/** The way back to the list one came from, and its next and previous node. */
export function ListNeighbours({ nodeId, list }: { readonly nodeId: string; readonly list: string | null }) {
  const t = useText();
  const address = readNodeAddress(new URLSearchParams(list ?? ''));
  const { data } = useAsk(NodeListDocument, { filter: nodeFilterOf(address), orderBy: { field: address.sort.field, direction: address.sort.order }, page: { first: perPage, offset: (address.page - 1) * perPage } }, { enabled: list !== null });
  const back = <Link to={list === null ? '/nodes' : `/nodes?${list}`}>{t('nodes.title')}</Link>;
  const rows = data?.nodes.nodes ?? [];
  const at = rows.findIndex(({ id }) => id === nodeId);
  if (list === null || at < 0) return <>{back} /</>;
  const to = (index: number) => `/nodes/${rows[index]?.id ?? ''}?${new URLSearchParams({ list }).toString()}`;
  return (
    <>
      {back} / {t('node.place', { index: (address.page - 1) * perPage + at + 1, count: data?.nodes.totalCount ?? rows.length })}
      {at > 0 ? <> <Link to={to(at - 1)}>{t('node.previous')}</Link></> : null}{at < rows.length - 1 ? <> <Link to={to(at + 1)}>{t('node.next')}</Link></> : null}
    </>
  );
}
