#!/bin/sh
# build-layer.sh BASE OUT REPOS KERNEL "REPOSITORY…" "PACKAGE…": OUT/upper becomes a layer over BASE with these packages installed for real.
set -eu
base=$1 out=$2 repos=$3 kernel=$4 repositories=$5 packages=$6
mkdir -p "$out/upper" "$out/work" "$out/root"
mount -t overlay overlay -o "lowerdir=$base,upperdir=$out/upper,workdir=$out/work" "$out/root"
root=$out/root
mount -t proc proc "$root/proc"
mount -t tmpfs tmpfs "$root/dev"
for device in null zero urandom random; do : > "$root/dev/$device"; mount --bind "/dev/$device" "$root/dev/$device"; done
mount -t tmpfs tmpfs "$root/mnt"
mkdir "$root/mnt/repos"
mount --bind "$repos" "$root/mnt/repos"
# The scripts of a kernel package ask which kernel runs.
echo "$kernel" > "$out/kernel"
mount --bind "$out/kernel" "$root/proc/sys/kernel/osrelease"
echo 00000000000000000000000000000000 > "$root/etc/machine-id"
chroot "$root" /bin/sh -euc '
  cd /mnt/repos
  files=
  for repository in $1; do files="$files $repository/*.rpm"; done
  for package in $2; do files="$files acme/8/$package-[0-9]*.rpm"; done
  # Keys come with the packages that are being installed, so they can only be checked from then on.
  rpm -i --nosignature $files
  for key in /etc/pki/rpm-gpg/RPM-GPG-KEY-*; do rpm --import "$key"; done
  rm -f /etc/machine-id
  test -s "$(grubby --default-kernel)"
' layer "$repositories" "$packages"
umount -R "$root"
