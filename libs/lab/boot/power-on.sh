#!/bin/sh
# power-on.sh NODE DISK LOWER CGROUP: firmware and boot loader of one node. Runs in the node's network namespace and a mount namespace of its own, in the
# foreground until the node is off. Stdout is the console; descriptor 3 leads to the lab.
# Exit by SIGHUP: the node rebooted; by SIGINT: it powered off; by SIGKILL: its power was cut; 71 to 75: it did not boot and the console says why.
set -eu
node=$1 disk=$2 lower=$3 cgroup=$4
root=$node/root
if [ -n "$cgroup" ] && mkdir -p "$cgroup" 2> /dev/null; then
  # One node's fork storm must not be everybody's.
  echo 400 > "$cgroup/pids.max" && echo $$ > "$cgroup/cgroup.procs"
fi
mkdir -p "$root" "$disk/upper" "$disk/work"
mount -t overlay overlay -o "lowerdir=$lower,upperdir=$disk/upper,workdir=$disk/work" "$root"

grubenv=$root/boot/grub2/grubenv entries=$root/boot/loader/entries
saved() { [ ! -f "$grubenv" ] || sed -n "s/^$1=//p" "$grubenv" | tail -1; }
listed() { ls "$entries" 2> /dev/null | sed -n 's/\.conf$//p' | sort -rV; }
# An entry is named by its id, its title or its number.
named() {
  if [ -f "$entries/$1.conf" ]; then echo "$1"; return; fi
  case $1 in ''|*[!0-9]*) ;; *) listed | sed -n "$(($1 + 1))p"; return ;; esac
  listed | while read -r entry; do [ "$(sed -n 's/^title //p' "$entries/$entry.conf")" != "$1" ] || echo "$entry"; done | head -1
}
once=$(saved next_entry) entry=
if [ -n "$once" ]; then
  # Used up by this boot, whatever becomes of it.
  grep -v '^next_entry=' "$grubenv" > "$grubenv.tmp" && mv "$grubenv.tmp" "$grubenv"
  entry=$(named "$once")
fi
[ -n "$entry" ] || { default=$(saved saved_entry); [ -z "$default" ] || entry=$(named "$default"); }
[ -n "$entry" ] || entry=$(listed | head -1)
[ -n "$entry" ] || { echo 'error: no boot entry found. Entering rescue mode...'; exit 71; }
kernel=$(sed -n 's/^version //p' "$entries/$entry.conf")
echo "  Booting \`$(sed -n 's/^title //p' "$entries/$entry.conf")'${once:+ (chosen for this boot only)}"
grep -q "^LAB-VMLINUZ $kernel$" "$root/boot/vmlinuz-$kernel" 2> /dev/null || { echo "error: file \`/vmlinuz-$kernel' not found. You need to load the kernel first."; exit 72; }
echo "[    0.000000] Linux version $kernel (skein-lab)"
grep -q "^LAB-INITRAMFS $kernel$" "$root/boot/initramfs-$kernel.img" 2> /dev/null || {
  echo "[    1.204117] VFS: Cannot open root device \"vda1\" or unknown-block(0,0): error -6"
  echo "[    1.204120] Kernel panic - not syncing: VFS: Unable to mount root fs on unknown-block(0,0)"; exit 73; }
[ -d "$root/lib/modules/$kernel" ] || { echo "[    1.713002] dracut: FATAL: no modules for $kernel"; echo '[    1.713010] Kernel panic - not syncing: Attempted to kill init! exitcode=0x00000100'; exit 74; }
if [ -s "$node/faults/panic-kernel" ]; then
  prefix=$(cat "$node/faults/panic-kernel")
  case $kernel in "$prefix"*)
    echo '[    0.812345] BUG: unable to handle kernel NULL pointer dereference at 0000000000000018'
    echo '[    0.812399] Kernel panic - not syncing: Fatal exception in interrupt'
    echo '[    0.812400] ---[ end Kernel panic - not syncing: Fatal exception in interrupt ]---'
    exit 75 ;;
  esac
fi
mkdir -p "$node/boot"
cat /proc/sys/kernel/random/uuid > "$node/boot/boot_id"
echo "$kernel" > "$node/boot/osrelease"
echo "Linux version $kernel (skein-lab) #1 SMP" > "$node/boot/version"
echo "BOOT_IMAGE=(hd0,msdos1)/vmlinuz-$kernel root=/dev/vda1 ro crashkernel=auto" > "$node/boot/cmdline"
# Root in the node is nobody in this network namespace, and its sshd wants port 22.
echo 0 > /proc/sys/net/ipv4/ip_unprivileged_port_start
uptime=$(cut -d. -f1 /proc/uptime)
# A user namespace, so that root in the node has no power over this machine. Its map can only be written from outside: ask the lab, wait for the answer.
exec unshare -U /bin/sh -c 'echo map >&3; read -r answer <&3; exec unshare -m -p -u -i -C -T --boottime "-$1" -f --kill-child=KILL /bin/sh "$2" "$3"' \
  boot "$uptime" "${0%/*}/start-init.sh" "$node"
