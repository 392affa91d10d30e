import { type PreflightMinima } from './check.ts';

/** For production; 1 GiB root, 100 MiB boot (Leapp's own limit), 500 MiB memory (the vendor's guide). */
export const preflightMinimaDefault: PreflightMinima = { rootFreeKib: 1024 * 1024, bootFreeKib: 100 * 1024, memoryFreeKib: 500 * 1024 };
