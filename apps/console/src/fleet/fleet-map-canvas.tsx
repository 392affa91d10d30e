import { type KeyboardEvent, type MouseEvent, useEffect, useImperativeHandle, useLayoutEffect, useMemo, useRef, useState, type Ref } from 'react';
import { type StateClass } from '../generated/documents.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { useText } from '../i18n/use-text.ts';
import { measureDrawn } from '../kit/measure-drawn.ts';
import { useAppearance } from '../theme/use-appearance.ts';
import { makeSprites } from './cell-sprites.ts';
import { drawCells, drawMap, type MapDrawing } from './draw-map.ts';
import { classAt, type FleetCells, mapClasses } from './fleet-cells.ts';
import { blockOf, cellPlace, hitMap, layoutMap, mapScale, moveCursor, rackName } from './map-layout.ts';

/** Draws what a delta changed, without React in between. */
export interface MapPainter { readonly paint: (ordinals: Uint32Array) => void }

interface FleetMapCanvasProps {
  readonly cells: FleetCells;
  readonly hidden: ReadonlySet<StateClass>;
  readonly zoom: string | null;
  readonly cursor: number | null;
  readonly onCursor: (ordinal: number) => void;
  readonly onZoom: (site: string | null) => void;
  readonly onOpen: (ordinal: number) => void;
  readonly ref: Ref<MapPainter>;
}

// What browsers draw at once; beyond it a canvas stays white.
const areaMax = 16_000_000;
const sideMax = 16_000;

/** Every node of the fleet in one drawing. Arrows move a cursor through it, and each move is announced. */
export function FleetMapCanvas({ cells, hidden, zoom, cursor, onCursor, onZoom, onOpen, ref }: FleetMapCanvasProps) {
  const t = useText();
  const { count } = useFormats();
  const { scheme } = useAppearance();
  const holder = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const drawing = useRef<MapDrawing | null>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = holder.current;
    if (element === null || typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(() => { setWidth(Math.floor(element.clientWidth)); });
    observer.observe(element);
    return () => { observer.disconnect(); };
  }, []);

  const groups = useMemo(() => (zoom === null ? cells.groups : cells.groups.filter(({ site }) => site === zoom)), [cells, zoom]);
  const layout = useMemo(() => layoutMap(groups, Math.max(width, 240), mapScale(groups.reduce((sum, one) => sum + one.count, 0), zoom !== null)), [groups, width, zoom]);
  const hiddenIndexes = useMemo(() => new Set(mapClasses.flatMap((stateClass, index) => (hidden.has(stateClass) ? [index] : []))), [hidden]);

  useLayoutEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (element === null || context === null || context === undefined || width === 0) return;
    const pixelRatio = Math.min(globalThis.devicePixelRatio, Math.sqrt(areaMax / (layout.width * layout.height)), sideMax / layout.height);
    const ratio = pixelRatio >= 2 ? 2 : pixelRatio >= 1 ? 1 : pixelRatio;
    [element.width, element.height] = [Math.round(layout.width * ratio), Math.round(layout.height * ratio)];
    drawing.current = { context, layout, cells, sprites: makeSprites(scheme, layout.scale.cell, ratio), scheme, pixelRatio: ratio, hidden: hiddenIndexes, count, needLook: (bad) => t('fleet.needLook', { smart_count: bad }) };
    const began = performance.now();
    drawMap(drawing.current);
    measureDrawn('skein:fleet-map-drawn', began);
  }, [cells, layout, scheme, hiddenIndexes, width, count, t]);

  useImperativeHandle(ref, () => ({
    paint: (ordinals) => {
      if (drawing.current !== null) drawCells(drawing.current, ordinals);
    },
  }), []);

  const block = cursor === null ? null : blockOf(layout, cursor);
  const place = cursor === null || block === null ? null : cellPlace(layout, block, cursor);
  const said = cursor === null || block === null ? '' : t('fleet.announce', { site: block.group.site, rack: rackName(block.group.domain), index: cursor - block.group.start + 1, count: block.group.count, state: t(`words.stateClass.${classAt(cells, cursor)}`) });

  const clicked = (event: MouseEvent<HTMLCanvasElement>): void => {
    const box = event.currentTarget.getBoundingClientRect();
    const hit = hitMap(layout, event.clientX - box.left, event.clientY - box.top);
    if (hit === null) return;
    if (hit.kind === 'cell') onCursor(hit.ordinal);
    else onZoom(zoom === null ? hit.site : null);
  };
  const pressed = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && cursor !== null) return onOpen(cursor);
    if (event.key === 'Escape' && zoom !== null) return onZoom(null);
    if (event.key === 'z' && block !== null) return onZoom(zoom === null ? block.group.site : null);
    if (!/^(Arrow(Up|Down|Left|Right)|Home|End|PageUp|PageDown)$/.test(event.key)) return;
    event.preventDefault();
    onCursor(cursor === null || block === null ? (layout.blocks[0]?.group.start ?? 0) : moveCursor(layout, cursor, event.key));
  };
  return (
    <div ref={holder} className="map-holder">
      <canvas ref={canvas} tabIndex={0} role="application" aria-label={t('fleet.mapLabel')} aria-describedby="fleet-map-said" style={{ width: layout.width, height: layout.height }} onClick={clicked} onKeyDown={pressed} />
      {place === null || block === null ? null : (
        <>
          <span className="map-rack" aria-hidden="true" style={{ transform: `translate(${String(block.x - 3)}px, ${String(block.y - 1)}px)`, width: block.width + 6, height: block.height + 5 }} />
          <span className="map-cursor" aria-hidden="true" style={{ transform: `translate(${String(place.x - 3)}px, ${String(place.y - 3)}px)`, width: layout.scale.cell + 6, height: layout.scale.cell + 6 }} />
        </>
      )}
      <p id="fleet-map-said" className="for-readers" aria-live="polite">{said}</p>
    </div>
  );
}
