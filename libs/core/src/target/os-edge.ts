/** Who stands behind a way from one OS to another: the vendor's own tool, the vendor's document, or nobody but us. */
export type EdgeBasis = 'vendorTool' | 'vendorDocument' | 'ours';

/** One way from one OS to another; the catalogue is data, procedures read it. */
export interface OsEdge {
  readonly id: string;
  readonly sourceOsId: string;
  /** How the vendor's packages name their builder, at the beginning of the Vendor tag. */
  readonly sourceVendor: string;
  readonly sourceMajor: number;
  readonly sourceMinorMin: number;
  readonly targetOsId: string;
  readonly targetMajor: number;
  readonly kind: 'swap' | 'upgrade';
  readonly architectures: readonly string[];
  /** Minors for which somebody else vouches; every other minor has the basis `ours`. */
  readonly basisByMinor: Readonly<Record<number, EdgeBasis>>;
  readonly kernelFrom: string;
  readonly kernelTo: string;
}

export const osEdges: readonly OsEdge[] = [
  {
    id: 'centos-8-opencloudos-8',
    sourceOsId: 'centos',
    sourceVendor: 'CentOS',
    sourceMajor: 8,
    sourceMinorMin: 0,
    targetOsId: 'opencloudos',
    targetMajor: 8,
    kind: 'swap',
    architectures: ['x86_64', 'aarch64'],
    // The vendor's tool names 8.0 and 8.2 to 8.4; 8.1 and 8.5 have the same packages and the same way, tried by nobody but us.
    basisByMinor: { 0: 'vendorTool', 2: 'vendorTool', 3: 'vendorTool', 4: 'vendorTool' },
    kernelFrom: '4.18',
    kernelTo: '5.4',
  },
];
