import { type StateClass } from '@skein/core';

/** What nodes are sorted by; equal ones by hostname, then id. */
export type NodeOrderField = 'HOSTNAME' | 'MAP' | 'SITE' | 'OS' | 'STATE_CLASS' | 'STATE_SINCE' | 'HEALTH';
export interface NodeOrder { readonly field: NodeOrderField; readonly descending: boolean }

export type NodeFacetField = 'STATE_CLASS' | 'SITE' | 'OS' | 'HEALTH' | 'REGION';
export interface NodeFacetView { readonly field: NodeFacetField; readonly counts: readonly { readonly value: string; readonly count: number }[] }

export type StateClassCounts = Readonly<Record<StateClass, number>>;

/** Planned members by the class that each node has now. */
export interface CampaignClassesView {
  /** Each node once: as many as `nodes` finds for the campaign and the class. */
  readonly byStateClass: StateClassCounts;
  readonly byWave: ReadonlyMap<number, StateClassCounts>;
}

/** By name, at most 50 a wave: failure domains one level below the site where there is one. */
export interface WaveDomainView {
  readonly domain: string;
  readonly members: number;
  readonly byStateClass: StateClassCounts;
}

export interface ServiceView { readonly serviceId: string; readonly name: string; readonly owner: string; readonly floor: number; readonly memberCount: number }
export interface RestorePointView { readonly restorePointId: string; readonly nodeId: string; readonly runId: string; readonly attempt: number; readonly snapshotId: string; readonly state: string; readonly takenAt: Date }

/** The whole fleet in the order of the map, as one moment shows it; lines of the same order. */
export interface FleetMapView {
  readonly layout: string;
  readonly revision: number;
  readonly nodeIds: readonly string[];
  /** One digit per node: the number of its class. */
  readonly states: string;
  readonly groups: readonly { readonly site: string; readonly domain: string; readonly count: number }[];
}

/** What became of classes after a revision of the same layout. */
export interface FleetChangesView { readonly layout: string; readonly revision: number; readonly nodes: readonly { readonly nodeId: string; readonly stateClass: number }[] }
