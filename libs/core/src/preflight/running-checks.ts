import { osEdges } from '../target/os-edge.ts';
import { remedyTexts } from '../sentence/remedy-texts.ts';
import { names, sentence } from '../sentence/sentence.ts';
import { type Check } from './check.ts';

/** Kernels that carry the distribution's name but not its promises. */
const foreignKernel = /uek|\.rt\d*|plus|elrepo/u;

/** What runs on the node and how we are allowed in. */
export const runningChecks: readonly Check[] = [
  {
    id: 'run.lock', severity: 'inhibit', title: 'Nobody else changes packages',
    remediation: remedyTexts.run_lock,
    evaluate: ({ lockHolders }) => (lockHolders.length === 0 ? null : sentence('finding.lockHeld', { holders: names(lockHolders) })),
  },
  {
    id: 'run.tools', severity: 'inhibit', title: 'The tools that the change needs are there',
    remediation: remedyTexts.run_tools,
    evaluate: ({ missingTools }) => (missingTools.length === 0 ? null : sentence('finding.toolsMissing', { tools: names(missingTools) })),
  },
  {
    id: 'run.autoupdates', severity: 'warning', title: 'Nothing updates packages by itself',
    remediation: remedyTexts.run_autoupdates,
    evaluate: ({ automaticUpdaters }) => (automaticUpdaters.length === 0 ? null : sentence('finding.updatersEnabled', { updaters: names(automaticUpdaters) })),
  },
  {
    id: 'run.rebootpending', severity: 'inhibit', title: 'The newest installed kernel is running',
    remediation: remedyTexts.run_rebootpending,
    evaluate: ({ kernelRunning, kernelNewest }) => {
      if (kernelNewest === null) return { unreadable: sentence('fact.kernelNewest') };
      return kernelRunning === kernelNewest ? null : sentence('finding.rebootPending', { running: kernelRunning, newest: kernelNewest });
    },
  },
  {
    id: 'boot.images', severity: 'inhibit', title: 'Every installed kernel can boot',
    remediation: remedyTexts.boot_images,
    evaluate: ({ kernelsWithoutImages }) => (kernelsWithoutImages.length === 0 ? null : sentence('finding.imagesMissing', { kernels: names(kernelsWithoutImages) })),
  },
  {
    id: 'kernel.vendor', severity: 'inhibit', title: 'The running kernel is the source vendor\'s',
    remediation: remedyTexts.kernel_vendor,
    evaluate: ({ osId, kernelRunning, kernelRunningVendor }) => {
      const vendors = osEdges.filter((edge) => edge.sourceOsId === osId).map((edge) => edge.sourceVendor);
      if (vendors.length === 0) return null;
      if (kernelRunningVendor === null) return { unreadable: sentence('fact.kernelVendor') };
      const known = vendors.some((vendor) => kernelRunningVendor.toLowerCase().startsWith(vendor.toLowerCase()));
      return known && !foreignKernel.test(kernelRunning) ? null : sentence('finding.kernelVendor', { kernel: kernelRunning, vendor: kernelRunningVendor });
    },
  },
  {
    id: 'kmod.thirdparty', severity: 'overridable', title: 'No kernel module of another vendor is in use',
    remediation: remedyTexts.kmod_thirdparty,
    evaluate: ({ thirdPartyKernelModules }) => (thirdPartyKernelModules.length === 0 ? null : sentence('finding.foreignModules', { modules: names(thirdPartyKernelModules) })),
  },
  {
    id: 'access.sudo', severity: 'inhibit', title: 'We may become root',
    remediation: remedyTexts.access_sudo,
    evaluate: ({ becameRoot }) => (becameRoot ? null : sentence('finding.notRoot')),
  },
  {
    id: 'svc.baseline', severity: 'inhibit', title: 'Services are well before the change',
    remediation: remedyTexts.svc_baseline,
    evaluate: ({ services }) => {
      const failed = Object.entries(services).filter(([, state]) => state === 'failed').map(([unit]) => unit).sort();
      return failed.length === 0 ? null : sentence('finding.servicesFailed', { services: names(failed) });
    },
  },
];
