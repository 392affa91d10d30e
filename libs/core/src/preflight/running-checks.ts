import { osEdges } from '../target/os-edge.ts';
import { type Check } from './check.ts';

/** Kernels that carry the distribution's name but not its promises. */
const foreignKernel = /uek|\.rt\d*|plus|elrepo/u;

/** What runs on the node and how we are allowed in. */
export const runningChecks: readonly Check[] = [
  {
    id: 'run.lock', severity: 'inhibit', title: 'Nobody else changes packages',
    remediation: 'Wait until the other transaction has ended, or stop it.',
    evaluate: ({ lockHolders }) => (lockHolders.length === 0 ? null : `the package lock is held by ${lockHolders.join(', ')}`),
  },
  {
    id: 'run.tools', severity: 'inhibit', title: 'The tools that the change needs are there',
    remediation: 'Install the missing tools.',
    evaluate: ({ missingTools }) => (missingTools.length === 0 ? null : `missing: ${missingTools.join(', ')}`),
  },
  {
    id: 'run.autoupdates', severity: 'warning', title: 'Nothing updates packages by itself',
    remediation: 'Disable the automatic updater; one that wakes up during the change defeats every wave.',
    evaluate: ({ automaticUpdaters }) => (automaticUpdaters.length === 0 ? null : `enabled: ${automaticUpdaters.join(', ')}`),
  },
  {
    id: 'run.rebootpending', severity: 'inhibit', title: 'The newest installed kernel is running',
    remediation: 'Reboot the node first, so that a server that dies of any reboot is not blamed on the change.',
    evaluate: ({ kernelRunning, kernelNewest }) => {
      if (kernelNewest === null) return { unreadable: 'the newest installed kernel' };
      return kernelRunning === kernelNewest ? null : `kernel ${kernelRunning} is running and ${kernelNewest} is installed`;
    },
  },
  {
    id: 'boot.images', severity: 'inhibit', title: 'Every installed kernel can boot',
    remediation: 'Rebuild the missing images (dracut -f --kver), or remove the kernel; the running one is the way back.',
    evaluate: ({ kernelsWithoutImages }) => (kernelsWithoutImages.length === 0 ? null : `without vmlinuz or initramfs: ${kernelsWithoutImages.join(', ')}`),
  },
  {
    id: 'kernel.vendor', severity: 'inhibit', title: 'The running kernel is the source vendor\'s',
    remediation: 'Boot the distribution\'s own kernel first.',
    evaluate: ({ osId, kernelRunning, kernelRunningVendor }) => {
      const vendors = osEdges.filter((edge) => edge.sourceOsId === osId).map((edge) => edge.sourceVendor);
      if (vendors.length === 0) return null;
      if (kernelRunningVendor === null) return { unreadable: 'who built the running kernel' };
      const known = vendors.some((vendor) => kernelRunningVendor.toLowerCase().startsWith(vendor.toLowerCase()));
      return known && !foreignKernel.test(kernelRunning) ? null : `kernel ${kernelRunning} was built by ${kernelRunningVendor}`;
    },
  },
  {
    id: 'kmod.thirdparty', severity: 'overridable', title: 'No kernel module of another vendor is in use',
    remediation: 'Install a build for the target kernel first, or unload the module; a missing storage or network driver leaves the node dead.',
    evaluate: ({ thirdPartyKernelModules }) => (thirdPartyKernelModules.length === 0 ? null : `modules of other vendors: ${thirdPartyKernelModules.join(', ')}`),
  },
  {
    id: 'access.sudo', severity: 'inhibit', title: 'We may become root',
    remediation: 'Allow the credential\'s user to run the runner with sudo and without a password.',
    evaluate: ({ becameRoot }) => (becameRoot ? null : 'the credential\'s user could not become root'),
  },
  {
    id: 'svc.baseline', severity: 'inhibit', title: 'Services are well before the change',
    remediation: 'Repair the failed services, or disable them; afterwards nobody could tell who broke them.',
    evaluate: ({ services }) => {
      const failed = Object.entries(services).filter(([, state]) => state === 'failed').map(([unit]) => unit).sort();
      return failed.length === 0 ? null : `failed: ${failed.join(', ')}`;
    },
  },
];
