#!/bin/sh
# migrate-by-hand.sh [TARGET]: what an operator would type on a CentOS 8.5 node to make it an OpenCloudOS one: packages, then one boot of the new kernel.
# The tests of the lab run it over plain ssh; the product does the same with far more care.
set -eu
repository=${1:-http://mirror.lab/opencloudos/8/}
old=$(grubby --default-kernel)
mkdir -p /var/tmp/migrate
cd /var/tmp/migrate
for package in $(curl -fsS "${repository}repodata/primary.xml.gz" | gzip -dc | sed -n 's/.*<location href="\(opencloudos-\(release\|repos\)-[0-9][^"]*\)".*/\1/p'); do
  curl -fsS -O "$repository$package"
done
curl -fsS -o key http://mirror.lab/keys/opencloudos.asc
rpm --import key
rpm -K ./*.rpm
rpm -e --nodeps centos-linux-release centos-linux-repos centos-gpg-keys
rpm -i ./*.rpm
dnf -y --disablerepo=epel distro-sync
# Whatever the packages made the default: the old kernel stays it, the new one gets one try.
new=$(ls -t /boot/vmlinuz-5.4* | head -1)
grubby --set-default="$old"
grub2-reboot "$(grubby --info="$new" | sed -n 's/^id="\(.*\)"/\1/p')"
