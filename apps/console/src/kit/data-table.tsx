import { type CSSProperties, type ReactNode, useEffect, useRef } from 'react';
import { useText } from '../i18n/use-text.ts';
import { Icon } from './icon.tsx';

export interface Column<Row> {
  readonly id: string;
  readonly title: string;
  readonly width?: number | string;
  /** Where a phone needs another one. */
  readonly phoneWidth?: number;
  readonly number?: boolean;
  /** Field that the api sorts by; without one the column does not sort. */
  readonly sortField?: string;
  readonly cell: (row: Row) => ReactNode;
  /** The whole text, for what may be cut. */
  readonly fullText?: (row: Row) => string | undefined;
  readonly fromTablet?: boolean;
  /** Second line of the cell on a phone, for what the columns that it has no room for would say. */
  readonly phoneLine?: (row: Row) => ReactNode;
}

export interface TableSort { readonly field: string; readonly order: 'ASC' | 'DESC' }

const inPixels = (width: number | string): string => (typeof width === 'number' ? `${String(width)}px` : width);
const columnWidths = ({ width, phoneWidth }: Pick<Column<never>, 'width' | 'phoneWidth'>): CSSProperties => ({ ...(width === undefined ? {} : { '--column-width': inPixels(width) }), ...(phoneWidth === undefined ? {} : { '--column-width-phone': inPixels(phoneWidth) }) }) as CSSProperties;

interface DataTableProps<Row> {
  readonly caption: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly rowId: (row: Row) => string;
  readonly rowName: (row: Row) => string;
  readonly sort?: TableSort;
  readonly onSort?: (sort: TableSort) => void;
  readonly selection?: { readonly ids: ReadonlySet<string>; readonly onChange: (ids: ReadonlySet<string>) => void };
  readonly isCurrent?: (row: Row) => boolean;
  /** Rows that stand here still, but that the list does not have any more. */
  readonly left?: ReadonlySet<string>;
}

/** Rows that the api has sorted and cut into pages. Each checkbox is named after its row, and sorting is a button in the head. */
export function DataTable<Row>({ caption, rows, columns, rowId, rowName, sort, onSort, selection, isCurrent, left }: DataTableProps<Row>) {
  const t = useText();
  const ids = rows.map(rowId);
  const chosen = ids.filter((id) => selection?.ids.has(id) === true).length;
  const all = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (all.current !== null) all.current.indeterminate = chosen > 0 && chosen < ids.length;
  }, [chosen, ids.length]);
  const choose = (changed: readonly string[], on: boolean): void => {
    const next = new Set(selection?.ids);
    for (const id of changed) {
      if (on) next.add(id);
      else next.delete(id);
    }
    selection?.onChange(next);
  };
  return (
    <div className="scroll-x">
      <table className="table">
        <caption className="for-readers">{caption}</caption>
        <colgroup>{selection === undefined ? null : <col style={{ width: 44 }} />}{columns.map((column) => <col key={column.id} className={column.fromTablet === true ? 'from-tablet' : undefined} style={columnWidths(column)} />)}</colgroup>
        <thead>
          <tr>
            {selection === undefined ? null : <th scope="col"><span className="check"><input ref={all} type="checkbox" aria-label={t('kit.selectPage')} checked={ids.length > 0 && chosen === ids.length} onChange={(event) => { choose(ids, event.target.checked); }} /></span></th>}
            {columns.map((column) => <HeadCell key={column.id} column={column} sort={sort} onSort={onSort} />)}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const id = rowId(row);
            const selected = selection?.ids.has(id) === true;
            return (
              <tr key={id} aria-selected={selection === undefined ? undefined : selected} aria-current={isCurrent?.(row) === true ? 'true' : undefined} className={left?.has(id) === true ? 'left' : undefined}>
                {selection === undefined ? null : <td><span className="check"><input type="checkbox" aria-label={t('kit.selectRow', { name: rowName(row) })} checked={selected} onChange={(event) => { choose([id], event.target.checked); }} /></span></td>}
                {columns.map((column, index) => (
                  <td key={column.id} className={`${column.number === true ? 'number' : ''} ${column.fromTablet === true ? 'from-tablet' : ''}`} title={column.fullText?.(row)}>
                    {column.cell(row)}{index === 0 && left?.has(id) === true ? <LeftTag /> : null}{column.phoneLine === undefined ? null : <span className="phone-line phone-only">{column.phoneLine(row)}</span>}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** Of a row that the list would not show here any more. */
export function LeftTag() {
  const t = useText();
  return <> <span className="tag" title={t('kit.leftMeaning')}>{t('kit.left')}</span></>;
}

function HeadCell<Row>({ column, sort, onSort }: { readonly column: Column<Row>; readonly sort: TableSort | undefined; readonly onSort: ((sort: TableSort) => void) | undefined }) {
  const t = useText();
  const { sortField } = column;
  const className = `${column.number === true ? 'number' : ''} ${column.fromTablet === true ? 'from-tablet' : ''}`;
  if (sortField === undefined || onSort === undefined) return <th scope="col" className={className}>{column.title}</th>;
  const order = sort?.field === sortField ? sort.order : null;
  return (
    <th scope="col" className={className} aria-sort={order === null ? 'none' : order === 'ASC' ? 'ascending' : 'descending'}>
      <button type="button" title={t('kit.sortBy', { column: column.title })} onClick={() => { onSort({ field: sortField, order: order === 'ASC' ? 'DESC' : 'ASC' }); }}>
        {column.title}{order === null ? null : <Icon name={order === 'ASC' ? 'up' : 'down'} size={12} />}
      </button>
    </th>
  );
}
