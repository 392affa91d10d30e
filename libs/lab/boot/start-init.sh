#!/bin/sh
# start-init.sh NODE: inside the node's namespaces: its proc, devices and root, then its init as PID 1.
set -eu
node=$1
root=$node/root
hostname "$(cat "$node/hostname")"
mount --rbind "$root" "$root"
mount -t proc proc "$root/proc"
mount --bind "$root/proc/sys" "$root/proc/sys"
mount -o remount,bind,ro "$root/proc/sys"
mount --bind "$node/boot/boot_id" "$root/proc/sys/kernel/random/boot_id"
mount --bind "$node/boot/osrelease" "$root/proc/sys/kernel/osrelease"
mount --bind "$node/boot/version" "$root/proc/version"
mount --bind "$node/boot/cmdline" "$root/proc/cmdline"
[ ! -e "$root/proc/sysrq-trigger" ] || mount --bind /dev/null "$root/proc/sysrq-trigger"
mount -t tmpfs -o size=64m,mode=755 tmpfs "$root/run"
mkdir -p "$root/run/sshd" "$root/run/lock" "$root/run/sudo" "$root/run/lab/faults"
: > "$root/run/lab/node"
: > "$root/run/lab/transactions"
# These two lie outside the node's disk: no restore takes them back.
mount --bind "$node/faults" "$root/run/lab/faults"
mount --bind "$node/transactions" "$root/run/lab/transactions"
mount -t tmpfs -o size=64m,mode=1777 tmpfs "$root/tmp"
mount -t tmpfs -o size=1m,mode=755 tmpfs "$root/dev"
mkdir "$root/dev/pts" "$root/dev/shm"
for device in null zero full random urandom tty; do : > "$root/dev/$device"; mount --bind "/dev/$device" "$root/dev/$device"; done
mount -t devpts -o newinstance,ptmxmode=0666,mode=620 devpts "$root/dev/pts"
ln -s pts/ptmx "$root/dev/ptmx"
ln -s /proc/self/fd "$root/dev/fd"
ln -s fd/0 "$root/dev/stdin"; ln -s fd/1 "$root/dev/stdout"; ln -s fd/2 "$root/dev/stderr"
cd "$root"
pivot_root . mnt
/bin/busybox umount -l /mnt
exec env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin HOME=/root LANG=C.UTF-8 TERM=linux chroot . /bin/busybox init
