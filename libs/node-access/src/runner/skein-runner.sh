#!/bin/sh
# Skein's runner: everything Skein does on a node, as one file. The contract is docs/runner-protocol.md.
#
#   sh runner VERB   request: key=value lines on stdin, closed by a digest line; reply: the same on stdout
#
# It runs under dash, bash 4.2 and busybox ash, and must survive the replacement of the system beneath it: no Python, nothing from
# the packages it changes is needed once a transaction runs. A request is read line by line and compared with known keys; no part of
# it is ever evaluated.
set -u
unset IFS ENV BASH_ENV CDPATH GLOBIGNORE
PATH=/usr/sbin:/usr/bin:/sbin:/bin
LC_ALL=C LANG=C TERM=dumb HOME=/root TZ=UTC0
export PATH LC_ALL LANG TERM HOME TZ
umask 077

# Only root can set the environment that reaches this line: sshd passes none on and sudo resets it.
S=${SKEIN_STATE_DIR:-/var/lib/skein}
INTERPRETER=${SKEIN_INTERPRETER:-/bin/sh}
# Seconds until a mirror that gives nothing is given up, as a whole; dnf itself gives up on a silent connection after 5 s.
MIRROR_LIMIT=${SKEIN_MIRROR_LIMIT:-60}
BALLAST_KIB=8192
SPACE_MARGIN_KIB=16384
FOLLOW_LIMIT=3600
REQUEST_LIMIT=65536
nl='
'

# ---------------------------------------------------------------------------------------------------------------- replies

reply=
put() { reply="$reply$1=$2$nl"; }
# Free text crosses as base64; 128 KiB of it at most, because the reader refuses more.
put64() { reply="$reply$1.b64=$(printf %s "$2" | head -c 131072 | base64 | tr -d '\n')$nl"; }
finish() {
  sum=$(printf %s "$reply" | sha256sum)
  printf '%sdigest=%s\n' "$reply" "${sum%% *}"
  exit 0
}
refuse() { reply="skein=1$nl"; put refused "$1"; finish; }

# --------------------------------------------------------------------------------------------------------------- requests

is_number() { case $1 in '' | *[!0-9]*) return 1 ;; esac; [ ${#1} -le 18 ]; }
is_word() { case $1 in '' | *[!A-Za-z0-9_.-]* | [.-]*) return 1 ;; esac; [ ${#1} -le 160 ]; }
unpack() { printf %s "$1" | base64 -d 2>/dev/null; }

r_verb= r_runner= r_job= r_kind= r_boot= r_not_after= r_incarnation= r_fence= r_from= r_offset= r_stage= r_os= r_kernel= r_url= r_key= r_names=

# Reads the whole request or refuses the whole request. The last line is the SHA-256 of all bytes before it.
read_request() {
  body= seen=' ' closed= size=0 line=
  while IFS= read -r line; do
    [ -z "$closed" ] || refuse requestMalformed
    size=$((size + ${#line} + 1))
    [ "$size" -le "$REQUEST_LIMIT" ] || refuse requestTooLong
    case $line in *=*) ;; *) refuse requestMalformed ;; esac
    key=${line%%=*} value=${line#*=}
    case $key in '' | [!a-z]* | *[!a-z0-9_.]*) refuse requestMalformed ;; esac
    if [ "$key" = digest ]; then closed=$value; continue; fi
    case $key in
      *.b64) case $value in *[!A-Za-z0-9+/=]*) refuse requestMalformed ;; esac ;;
      *) case $value in *[!A-Za-z0-9_.:/+-]*) refuse requestMalformed ;; esac ;;
    esac
    case $seen in *" $key "*) refuse requestMalformed ;; esac
    seen="$seen$key "
    body="$body$line$nl"
    case $key in
      skein) [ "$value" = 1 ] || refuse protocolUnknown ;;
      verb) r_verb=$value ;;
      runner) r_runner=$value ;;
      job_id) r_job=$value; is_word "$value" || refuse requestMalformed ;;
      kind) r_kind=$value ;;
      boot_id) r_boot=$value; is_word "$value" || refuse requestMalformed ;;
      not_after_uptime) r_not_after=$value; is_number "$value" || refuse requestMalformed ;;
      incarnation) r_incarnation=$value; is_number "$value" || refuse requestMalformed ;;
      fence) r_fence=$value; is_number "$value" || refuse requestMalformed ;;
      from_seq) r_from=$value; is_number "$value" || refuse requestMalformed ;;
      offset) r_offset=$value; is_number "$value" || refuse requestMalformed ;;
      stage_job_id) r_stage=$value; is_word "$value" || refuse requestMalformed ;;
      target_os_id) r_os=$value; is_word "$value" || refuse requestMalformed ;;
      kernel_prefix) r_kernel=$value; is_word "$value" || refuse requestMalformed ;;
      repository_url.b64) r_url=$(unpack "$value") || refuse requestMalformed
        case $r_url in http://* | https://* | file:///*) ;; *) refuse requestMalformed ;; esac
        case $r_url in *[!A-Za-z0-9_.:/+@~%-]*) refuse requestMalformed ;; esac ;;
      repository_key.b64) r_key=$(unpack "$value") || refuse requestMalformed ;;
      names.b64) r_names=$(unpack "$value") || refuse requestMalformed
        case $r_names in *[!A-Za-z0-9_.+"$nl"-]*) refuse requestMalformed ;; esac ;;
      *) refuse requestMalformed ;;
    esac
  done
  [ -z "$line" ] && [ -n "$closed" ] || refuse requestMalformed
  sum=$(printf %s "$body" | sha256sum)
  [ "${sum%% *}" = "$closed" ] || refuse requestDigest
  case $seen in *' skein '*) ;; *) refuse protocolUnknown ;; esac
  [ "$r_verb" = "$verb" ] || refuse requestMalformed
  if [ -n "$r_runner" ]; then
    sum=$(sha256sum <"$0")
    [ "${sum%% *}" = "$r_runner" ] || refuse runnerOutdated
  fi
}
need() { for wanted; do case $seen in *" $wanted "*) ;; *) refuse requestMalformed ;; esac; done; }

# -------------------------------------------------------------------------------------------------------- the node itself

boot_id=
read_boot_id() { read -r boot_id </proc/sys/kernel/random/boot_id; }
# Hundredths of a second since boot, without leading zeros.
read_uptime() { read -r uptime _ </proc/uptime; uptime_seconds=${uptime%.*}; }
read_kernel() { read -r kernel_running </proc/sys/kernel/osrelease; }
read_machine_id() { machine_id=; [ -r /etc/machine-id ] && read -r machine_id </etc/machine-id; is_word "$machine_id" || machine_id=; }

# ------------------------------------------------------------------------------------------------------ the state directory

# Temporary file, flushed, renamed: after a power loss either the old text or the new one is there, never half of one.
write_file() { printf '%s\n' "$2" | dd of="$1.new" conv=fsync 2>/dev/null && mv -f "$1.new" "$1"; }
sync_directory() { sync "$1" 2>/dev/null || sync; }
read_number() { number=0; [ -r "$1" ] && read -r number <"$1"; is_number "$number" || number=0; }

open_state() {
  [ -d "$S/jobs" ] || mkdir -p "$S/jobs" || refuse stateUnwritable
  chmod 0700 "$S"
}
# One lock for the node's state. Held for moments only; a holder that dies lets it go.
lock() {
  exec 9>>"$S/lock"
  tries=0
  until flock -n 9; do
    tries=$((tries + 1))
    [ "$tries" -le 100 ] || return 1
    sleep 0.1
  done
}
unlock() { exec 9>&-; }

# A job in variables. `state` holds one line: seq boot uptime wall status, where status is what crosses the wire.
load_job() {
  job_kind= job_boot= job_not_after= job_fence= job_incarnation= job_stage= job_os= job_kernel= job_url=
  job_dir=$S/jobs/$1
  [ -r "$job_dir/job" ] || return 1
  while IFS='=' read -r key value; do
    case $key in
      kind) job_kind=$value ;; boot_id) job_boot=$value ;; not_after_uptime) job_not_after=$value ;; fence) job_fence=$value ;;
      incarnation) job_incarnation=$value ;; stage_job_id) job_stage=$value ;; target_os_id) job_os=$value ;; kernel_prefix) job_kernel=$value ;;
      repository_url) job_url=$value ;;
    esac
  done <"$job_dir/job"
  job_seq=0 job_status=
  [ -r "$job_dir/state" ] && read -r job_seq _ _ _ job_status <"$job_dir/state"
  split_status "$job_status"
}
split_status() {
  IFS=:
  # The status line is our own and holds no pattern characters.
  set -- $1
  unset IFS
  st_state=${3:-unknown} st_phase=${4:-begin} st_boot=${5:-} st_exit=${7:--} st_reason=${8:--} st_tx=${9:-0}
}

# record JOB STATE PHASE BOOT EXIT REASON: the next event of the node. The caller holds the lock.
record_event() {
  read_uptime
  read_number "$S/seq"; seq=$((number + 1))
  read_number "$S/jobs/$1/transactions"
  log_bytes=0; [ -e "$S/jobs/$1/log" ] && log_bytes=$(wc -c <"$S/jobs/$1/log")
  status="$1:$job_kind:$2:$3:$4:$seq:$5:$6:$number:$((log_bytes))"
  event="$seq $4 $uptime $(date +%s) $status"
  # The counter first: a number that was given out is never given out again, whatever power does to the rest.
  write_file "$S/seq" "$seq" || return 1
  { cat "$S/jobs/$1/events" 2>/dev/null; printf '%s\n' "$event"; } | dd of="$S/jobs/$1/events.new" conv=fsync 2>/dev/null || return 1
  mv -f "$S/jobs/$1/events.new" "$S/jobs/$1/events"
  write_file "$S/jobs/$1/state" "$event" || return 1
  sync_directory "$S/jobs/$1"
  job_seq=$seq job_status=$status
}

# A job whose last word is "alive" is what its lock says: the lock belongs to the job and to everything that it started.
# The caller holds the node's lock, so a job cannot begin between the look and the verdict.
settle_job() {
  split_status "$job_status"
  [ "$st_state" = alive ] || return 0
  if [ -e "$job_dir/alive" ] && ! flock -s -n "$job_dir/alive" true; then return 0; fi
  read_boot_id; read_uptime
  if [ "$st_phase" = launched ]; then
    if [ "$boot_id" != "$job_boot" ]; then record_event "$1" refused launched "$st_boot" - bootChanged
    elif [ "$uptime_seconds" -gt "$job_not_after" ]; then record_event "$1" refused launched "$st_boot" - tooLate
    fi
  else
    record_event "$1" dead "$st_phase" "$st_boot" - -
  fi
  split_status "$job_status"
}

# settle_all: brings every job's last word up to date; open_jobs counts those that are at work or may still begin.
settle_all() {
  open_jobs=0
  for path in "$S"/jobs/*/state; do
    [ -e "$path" ] || continue
    read -r _ _ _ _ job_status <"$path"
    case $job_status in *:alive:*) ;; *) continue ;; esac
    id=${path%/state}; id=${id##*/}
    load_job "$id" && settle_job "$id"
    [ "$st_state" = alive ] && open_jobs=$((open_jobs + 1))
  done
  return 0
}

put_node() {
  read_boot_id; read_uptime; read_machine_id
  put skein 1; put boot_id "$boot_id"; put uptime "$uptime"; put machine_id "$machine_id"
  read_number "$S/incarnation"; put incarnation "$number"
  read_number "$S/fence"; put fence "$number"
  read_number "$S/seq"; put seq "$number"
}
put_jobs() {
  index=0
  for path in "$S"/jobs/*/state; do
    [ -e "$path" ] || continue
    read -r _ _ _ _ job_status <"$path"
    index=$((index + 1)); put "job.$index" "$job_status"
    [ "$index" -lt 256 ] || break
  done
}

# The checks of every request that writes. The caller holds the lock.
check_write() {
  read_boot_id; read_uptime
  read_number "$S/incarnation"; [ "$r_incarnation" -ge "$number" ] || refuse incarnationOld
  read_number "$S/fence"; [ "$r_fence" -ge "$number" ] || refuse fenceSuperseded
  [ "$r_boot" = "$boot_id" ] || refuse bootChanged
}
remember_write() {
  read_number "$S/incarnation"; [ "$r_incarnation" = "$number" ] || write_file "$S/incarnation" "$r_incarnation" || refuse stateUnwritable
  read_number "$S/fence"; [ "$r_fence" = "$number" ] || write_file "$S/fence" "$r_fence" || refuse stateUnwritable
  sync_directory "$S"
}

# ------------------------------------------------------------------------------------------------------------ small verbs

verb_ping() { put skein 1; read_boot_id; read_uptime; put boot_id "$boot_id"; put uptime "$uptime"; finish; }

verb_hello() {
  if [ -d "$S/jobs" ]; then lock || refuse stateLocked; settle_all; fi
  put_node; put_jobs; finish
}

verb_status() {
  need job_id
  lock || refuse stateLocked
  put skein 1
  if load_job "$r_job"; then
    settle_job "$r_job"
    log_bytes=0; [ -e "$job_dir/log" ] && log_bytes=$(wc -c <"$job_dir/log")
    put job.1 "${job_status%:*}:$((log_bytes))"
  fi
  finish
}

verb_adopt() {
  need boot_id incarnation fence
  lock || refuse stateLocked
  check_write; remember_write; settle_all
  put_node; put_jobs; finish
}

verb_log() {
  need job_id offset
  put skein 1
  log=$S/jobs/$r_job/log
  total=0; [ -e "$log" ] && total=$(wc -c <"$log")
  put total "$((total))"; put offset "$r_offset"
  reply="${reply}bytes.b64=$([ -e "$log" ] && tail -c "+$((r_offset + 1))" "$log" | head -c 262144 | base64 | tr -d '\n')$nl"
  finish
}

# What stays is the receipt: the request, the events and the log.
verb_cleanup() {
  need job_id incarnation fence
  lock || refuse stateLocked
  read_number "$S/incarnation"; [ "$r_incarnation" -ge "$number" ] || refuse incarnationOld
  read_number "$S/fence"; [ "$r_fence" -ge "$number" ] || refuse fenceSuperseded
  if load_job "$r_job"; then
    settle_job "$r_job"
    [ "$st_state" != alive ] || refuse busy
    rm -rf "$job_dir/payload"
    [ "$job_kind" = stage ] && rm -f "$S/ballast"
  fi
  put skein 1; finish
}

# After verification: what runs now is what the next boot takes.
verb_commit_kernel() {
  need boot_id incarnation fence
  lock || refuse stateLocked
  check_write; remember_write; read_kernel
  kernel_is_complete "$kernel_running" || refuse kernelIncomplete
  set_default_kernel "$kernel_running" || refuse bootLoaderFailed
  sync
  put skein 1; put64 kernel "$kernel_running"; finish
}

# ----------------------------------------------------------------------------------------------------------------- launch

verb_launch() {
  need job_id kind boot_id not_after_uptime incarnation fence
  case $r_kind in
    stage) need repository_url.b64 repository_key.b64 target_os_id kernel_prefix ;;
    apply | reverse) need stage_job_id kernel_prefix target_os_id ;;
    *) refuse requestMalformed ;;
  esac
  lock || refuse stateLocked
  settle_all
  put skein 1
  if load_job "$r_job"; then put answer known; put job.1 "$job_status"; finish; fi
  check_write
  [ "$uptime_seconds" -le "$r_not_after" ] || refuse tooLate
  [ "$open_jobs" = 0 ] || refuse busy
  if [ "$r_kind" != stage ]; then
    load_job "$r_stage" && split_status "$job_status" && [ "$st_exit" = 0 ] && [ -e "$job_dir/payload/manifest" ] || refuse stagingMissing
  fi
  remember_write
  dir=$S/jobs/$r_job
  rm -rf "$S/jobs.new"
  mkdir -p "$S/jobs.new/payload" || refuse stateUnwritable
  write_file "$S/jobs.new/job" "kind=$r_kind${nl}boot_id=$r_boot${nl}not_after_uptime=$r_not_after${nl}fence=$r_fence${nl}incarnation=$r_incarnation${nl}stage_job_id=$r_stage${nl}target_os_id=$r_os${nl}kernel_prefix=$r_kernel${nl}repository_url=$r_url" || refuse stateUnwritable
  if [ -n "$r_key" ]; then write_file "$S/jobs.new/payload/target.key" "$r_key" || refuse stateUnwritable; fi
  mv "$S/jobs.new" "$dir" || refuse stateUnwritable
  job_kind=$r_kind job_boot=$r_boot job_not_after=$r_not_after
  record_event "$r_job" alive launched "$r_boot" - - || refuse stateUnwritable
  sync_directory "$S/jobs"
  unlock
  start_detached "$r_job"
  # The answer tells more when the job has said its first word; that takes a moment and is not waited for long.
  tries=0
  while [ "$tries" -lt 20 ]; do
    read -r _ _ _ _ job_status <"$dir/state"
    case $job_status in *:launched:*) ;; *) break ;; esac
    tries=$((tries + 1)); sleep 0.1
  done
  put answer started; put job.1 "$job_status"; finish
}

# The job must outlive this shell, the connection and the session: a transaction that hangs off an ssh channel dies with it.
start_detached() {
  log=$S/jobs/$1/log
  if [ -d /run/systemd/system ] && command -v systemd-run >/dev/null 2>&1; then
    systemd-run --quiet --unit="skein-$(printf %s "$1" | sha256sum | cut -c1-16)" --description="Skein job $1" \
      --property=KillMode=process --property=TimeoutStopSec=1800 --property=OOMScoreAdjust=-900 \
      --setenv=SKEIN_STATE_DIR="$S" $INTERPRETER -c 'exec "$@" >>"$0" 2>&1 </dev/null' "$log" $INTERPRETER "$0" job "$1" >/dev/null 2>&1 </dev/null && return 0
  fi
  # shellcheck disable=SC2086 -- the interpreter may be two words (busybox sh)
  (setsid nohup $INTERPRETER "$0" job "$1" </dev/null >>"$log" 2>&1 9>&- &) >/dev/null 2>&1 </dev/null
}

# ----------------------------------------------------------------------------------------------------- the job, detached

job_id=
event() {
  lock || return 1
  if ! record_event "$job_id" alive "$1" "$boot_id" - -; then unlock; return 1; fi
  unlock
}
# end EXIT REASON PHASE. A full disk must not keep the node from saying so: that is what the ballast is for.
end_job() {
  lock
  record_event "$job_id" exited "$3" "$boot_id" "$1" "$2" || { rm -f "$S/ballast"; record_event "$job_id" exited "$3" "$boot_id" "$1" "$2"; }
  unlock
  exit "$1"
}
fail() { say "failed: $1"; split_status "$job_status"; end_job 1 "$1" "$st_phase"; }
say() { printf '%s skein: %s\n' "$(date +%H:%M:%S)" "$*"; }

verb_job() {
  job_id=$1
  is_word "$job_id" && load_job "$job_id" || exit 64
  exec 8>>"$job_dir/alive"
  tries=0
  until flock -n 8; do tries=$((tries + 1)); [ "$tries" -le 100 ] || exit 75; sleep 0.1; done
  lock || exit 75
  load_job "$job_id"; split_status "$job_status"
  [ "$st_state" = alive ] && [ "$st_phase" = launched ] || exit 0
  read_boot_id; read_uptime; read_number "$S/fence"
  refused=
  [ "$boot_id" = "$job_boot" ] || refused=bootChanged
  [ "$uptime_seconds" -le "$job_not_after" ] || refused=tooLate
  [ "$job_fence" -ge "$number" ] || refused=fenceSuperseded
  if [ -n "$refused" ]; then record_event "$job_id" refused launched "$boot_id" - "$refused"; exit 0; fi
  record_event "$job_id" alive begin "$boot_id" - - || exit 75
  unlock
  say "$job_kind begins"
  work=$job_dir/payload
  case $job_kind in
    stage) job_stage=$job_id; stage_paths; run_stage ;;
    apply) stage_paths; run_apply ;;
    reverse) stage_paths; run_reverse ;;
  esac
}
stage_paths() { staged=$S/jobs/$job_stage/payload; }

# ---------------------------------------------------------------------------------------------------------------- packages

nevra='%{NAME}-%{EPOCHNUM}:%{VERSION}-%{RELEASE}.%{ARCH}'
list_packages() { rpm -qa --qf "$nevra %{SIGMD5}\n" | grep -v '^gpg-pubkey-' | sort; }
# rpm's own way to name one build; the epoch is no part of it everywhere.
without_epoch() { sed 's/ .*//; s/-[0-9]*:\([^:]*\)$/-\1/'; }
list_keys() { rpm -q gpg-pubkey --qf '%{NAME}-%{VERSION}-%{RELEASE}\n' 2>/dev/null | grep '^gpg-pubkey-' | sort; }
export_keys() { rpm -q gpg-pubkey --qf '%{DESCRIPTION}\n' 2>/dev/null | sed -n '/^-----BEGIN PGP/,/^-----END PGP/p'; }

# The packages that make the system call itself by its name: whoever provides the release or the repositories, and their keys.
identity_packages() {
  {
    rpm -q --whatprovides system-release system-repos redhat-release --qf '%{NAME}\n' 2>/dev/null
    rpm -qa --qf '%{NAME}\n' 'centos-*' 2>/dev/null | grep -xE 'centos-(linux-|stream-)?(release|repos)|centos-gpg-keys|centos-obsolete-packages|centos-release-[a-z0-9-]+'
  } | grep -E '^[A-Za-z0-9_.+-]+$' | grep -vE "^$1-" | sort -u
}
target_identity_packages() { rpm -q --qf '%{NAME}\n' "$1-release" "$1-repos" "$1-gpg-keys" 2>/dev/null | grep -xE "$1-(release|repos|gpg-keys)" | sort -u; }

duplicate_packages() { rpm -qa --qf '%{NAME}.%{ARCH}\n' | grep -vE '^(kernel|gpg-pubkey)' | sort | uniq -d; }

# Vendors that built neither the source nor the target.
third_party_packages() {
  own=$(rpm -q --whatprovides system-release --qf '%{VENDOR}\n' 2>/dev/null | head -n 1)
  rpm -qa --qf '%{NAME}\t%{VENDOR}\n' | awk -F '\t' -v own="$own" -v target="$1" '
    BEGIN { target = tolower(target); if (target == "tencentos") target = "tencent" }
    $1 != "gpg-pubkey" && $2 != own && index(tolower($2), target) != 1 { print $1 "\t" $2 }' | sort -u
}

# dnf with everything that it may write or read turned to a private place: DIR holds repositories, cache, history and log.
private_dnf() {
  d=$1; shift
  dnf -y --noplugins --setopt=cachedir="$d/cache" --setopt=reposdir="$d/repos.d" --setopt=persistdir="$d/persist" --setopt=logdir="$d/logs" \
    --setopt=keepcache=1 --setopt=clean_requirements_on_remove=0 --setopt=installonly_limit=0 --setopt=best=1 --setopt=install_weak_deps=0 --setopt=obsoletes=1 \
    --setopt=timeout=5 --setopt=retries=2 --setopt=minrate=1000 --setopt=metadata_expire=-1 --setopt=skip_if_unavailable=0 "$@"
}
# target_repository DIR URL GPGCHECK: the one repository that a private dnf knows. DIR/target.key is there.
target_repository() {
  mkdir -p "$1/repos.d" "$1/cache" "$1/persist" "$1/logs"
  printf '[skein-target]\nname=Skein target\nbaseurl=%s\nenabled=1\ngpgcheck=%s\nrepo_gpgcheck=0\ngpgkey=file://%s/target.key\n' "$2" "$3" "$1" >"$1/repos.d/skein-target.repo"
}
# The whole change as one transaction, so that there is no moment with the identity of one system and the packages of another.
write_change() { { [ -z "$2" ] || printf 'remove %s\n' "$(printf %s "$2" | tr '\n' ' ')"; printf 'install %s-release\ndistro-sync\nrun\n' "$3"; } >"$1"; }

list_available() { private_dnf "$1" -q repoquery --repo=skein-target --qf '%{name} %{arch} %{epoch}:%{version}-%{release} %{installsize} %{downloadsize} %{relativepath}' </dev/null; }

# Reads dnf's table: "action name arch version" per line, and a last line "complete" only when the summary was there and nothing was skipped.
# Long names push their columns to the next line.
read_plan() {
  awk '
    /^Installing/ { action = "install"; next } /^Upgrading/ { action = "upgrade"; next } /^Downgrading/ { action = "downgrade"; next }
    /^Reinstalling/ { action = "reinstall"; next } /^Removing/ { action = "remove"; next } /^Skipping/ { skipped = 1; action = ""; next }
    /^Transaction Summary/ { complete = 1; action = "" }
    /^     replacing / { n = $2; sub(/\.[^.]*$/, "", n); a = $2; sub(/^.*\./, "", a); print "obsolete", n, a, $3; next }
    action != "" && /^ [^ ]/ { if (NF == 1) { name = $1; next } if (NF >= 4) { print action, $1, $2, $3 } else if (name != "") { print action, name, $1, $2 } name = ""; next }
    action != "" && /^  / && name != "" { print action, name, $1, $2; name = "" }
    END { if (complete && !skipped) print "complete" }'
}
plan_problem() { grep -iE 'problem|error|conflict|nothing provides|protected' "$1" | grep -v 'Operation aborted' | head -n 12; }

protected_list() { third_party_packages "$1" | cut -f 1 | tr '\n' ',' | sed 's/,$//'; }

# True only when every file has good digests and a good signature of a key in this keyring.
signatures_good() {
  ring=$1; shift
  [ $# -gt 0 ] || return 1
  rpmkeys --dbpath "$ring" -K "$@" >"$ring.said" 2>&1
  grep -vE ': .*(signatures|pgp|gpg|rsa|dsa).* OK$' "$ring.said" >"$ring.bad"
  grep 'NOT OK' "$ring.said" >>"$ring.bad"
  [ -s "$ring.bad" ] || return 0
  head -n 20 "$ring.bad"
  return 1
}

free_kib() { df -Pk "$1" 2>/dev/null | awk 'NR == 2 { print $4 }'; }

# ------------------------------------------------------------------------------------------------------------------- stage

run_stage() {
  event download
  identity=$(identity_packages "$job_os")
  target_repository "$work" "$job_url" 0
  write_change "$work/change" "$identity" "$job_os"
  printf '%s\n' "$identity" >"$work/identity"
  protected=$(protected_list "$job_os"); printf '%s\n' "$protected" >"$work/protected"
  list_packages >"$work/packages.before"

  say "target metadata from $job_url"
  bounded "$MIRROR_LIMIT" list_available "$work" >"$work/available" || fail mirrorFailed
  [ -s "$work/available" ] || fail mirrorFailed
  private_dnf "$work" -C --setopt=protected_packages="$protected" --assumeno shell "$work/change" </dev/null >"$work/plan.text" 2>&1
  read_plan <"$work/plan.text" >"$work/plan"
  if [ "$(tail -n 1 "$work/plan")" != complete ]; then plan_problem "$work/plan.text"; fail solverFailed; fi

  awk 'NR == FNR { if ($1 ~ /^(install|upgrade|downgrade|reinstall)$/) want[$2 " " $3 " " $4] = 1; next }
    { evr = $3; sub(/^0:/, "", evr); if (($1 " " $2 " " evr) in want) print $1, $2, $3, $4, $5, $6 }' "$work/plan" "$work/available" >"$work/forward"
  [ "$(wc -l <"$work/forward")" -eq "$(grep -cE '^(install|upgrade|downgrade|reinstall) ' "$work/plan")" ] || fail solverFailed
  need_kib=$(awk '{ s += $4 + $5 } END { printf "%d", s / 1024 }' "$work/forward")
  [ "$(free_kib "$S")" -ge $((need_kib + SPACE_MARGIN_KIB)) ] || fail spaceShort

  say "downloading $(wc -l <"$work/forward") packages forward"
  download_kib=$(awk '{ s += $5 } END { printf "%d", s / 1024 }' "$work/forward")
  bounded $((MIRROR_LIMIT + download_kib / 200)) download_forward >"$work/download.text" 2>&1 || { tail -n 20 "$work/download.text"; fail mirrorFailed; }
  forward_files >"$work/forward.files" || { tail -n 20 "$work/download.text"; fail mirrorFailed; }

  # What goes or is replaced must be there too, the very same build of it, or there is no way back without a disk image.
  awk '$1 ~ /^(upgrade|downgrade|remove|obsolete|reinstall)$/ { print $2 "." $3 }' "$work/plan" | sort -u >"$work/leaving.names"
  leaving_packages | grep -E ' [0-9a-f]+$' | sort -u >"$work/leaving"
  say "downloading $(wc -l <"$work/leaving") packages backward"
  mkdir -p "$work/backward"
  bounded $((MIRROR_LIMIT + download_kib / 200)) download_backward >"$work/backward.text" 2>&1
  find "$work/backward" -name '*.rpm' | sort >"$work/backward.files"
  rpm_files "$work/backward.files" | sort >"$work/backward.have"
  comm -23 "$work/leaving" "$work/backward.have" >"$work/backward.missing"
  if [ -s "$work/backward.missing" ]; then tail -n 5 "$work/backward.text"; say 'not to be had in the source repositories as installed:'; head -n 20 "$work/backward.missing"; fail sourceUnavailable; fi

  event verify
  mkdir -p "$work/keys.target" "$work/keys.source"
  rpmkeys --dbpath "$work/keys.target" --import "$work/target.key" || fail signatureBad
  export_keys >"$work/source.keys"
  cat /etc/pki/rpm-gpg/RPM-GPG-KEY-* 2>/dev/null >>"$work/source.keys"
  rpmkeys --dbpath "$work/keys.source" --import "$work/source.keys" || fail signatureBad
  # shellcheck disable=SC2046 -- the names come from find and dnf below our own directory
  signatures_good "$work/keys.target" $(cat "$work/forward.files") || fail signatureBad
  if [ -s "$work/backward.files" ]; then signatures_good "$work/keys.source" $(cat "$work/backward.files") || fail signatureBad; fi
  rm -rf "$work/keys.target" "$work/keys.source"
  rpm_files "$work/forward.files" | sort >"$work/forward.have"
  comm -23 "$work/packages.before" "$work/leaving" | sort -u - "$work/forward.have" >"$work/packages.expected"
  # shellcheck disable=SC2046
  sha256sum $(cat "$work/forward.files" "$work/backward.files") >"$work/manifest.new" || fail mirrorFailed

  event reserve
  [ "$(free_kib "$S")" -ge $((need_kib + SPACE_MARGIN_KIB)) ] || fail spaceShort
  if [ ! -e "$S/ballast" ]; then dd if=/dev/zero of="$S/ballast" bs=1024 count=$BALLAST_KIB conv=fsync 2>/dev/null || { rm -f "$S/ballast"; fail spaceShort; }; fi
  [ "$(list_packages | sha256sum)" = "$(sha256sum <"$work/packages.before")" ] || fail packagesChanged
  sync
  mv "$work/manifest.new" "$work/manifest"
  say 'staged'
  end_job 0 - done
}

# bounded SECONDS FUNCTION ARGUMENTS…: timeout(1) cannot call a function of this shell, so a watchdog kills the whole group of it.
bounded() {
  limit=$1; shift
  "$@" &
  worker=$!
  waited=0
  # dnf is a grandchild: its parent is the subshell above, which waits for it.
  while kill -0 "$worker" 2>/dev/null; do
    if [ "$waited" -ge $((limit * 5)) ]; then
      say "gave up after $limit s"
      for victim in $(children_of "$worker") "$worker"; do kill -9 "$victim" 2>/dev/null; done
      wait "$worker" 2>/dev/null
      return 124
    fi
    sleep 0.2
    waited=$((waited + 1))
  done
  wait "$worker"
}
children_of() { for p in /proc/[0-9]*/stat; do read -r line <"$p" 2>/dev/null || continue; rest=${line##*) }; set -- $rest; if [ "$2" = "$worker" ]; then p=${p%/stat}; printf '%s\n' "${p##*/}"; fi; done; }

download_forward() { private_dnf "$work" --setopt=protected_packages="$protected" --downloadonly shell "$work/change" </dev/null; }
# A repository that is a folder is read in place; all others end in the cache.
forward_files() {
  while read -r _ _ _ _ _ path; do
    case $job_url in
      file://*) file=${job_url#file://}/$path ;;
      *) file=$(find "$work/cache" -name "${path##*/}" -path '*/packages/*' | head -n 1) ;;
    esac
    [ -n "$file" ] && [ -s "$file" ] || { say "missing after download: ${path##*/}" >&2; return 1; }
    printf '%s\n' "$file"
  done <"$work/forward"
}
rpm_files() { [ -s "$1" ] || return 0; xargs rpm -qp --nosignature --nodigest --qf "$nevra %{SIGMD5}\n" <"$1"; }
leaving_packages() {
  while read -r name; do rpm -q --qf "$nevra %{SIGMD5}\n" "$name"; done <"$work/leaving.names"
  rpm -q --qf "$nevra %{SIGMD5}\n" $identity 2>/dev/null
}
download_backward() {
  mkdir -p "$work/source"
  # shellcheck disable=SC2046
  dnf -y --noplugins --nogpgcheck --setopt=cachedir="$work/source/cache" --setopt=persistdir="$work/source/persist" --setopt=logdir="$work/source/logs" \
    --setopt=timeout=5 --setopt=retries=2 --setopt=minrate=1000 '--setopt=*.skip_if_unavailable=1' --downloadonly --destdir="$work/backward" \
    reinstall $(sed 's/ .*//; s/-0:/-/' "$work/leaving") </dev/null
  status=$?
  rm -rf "$work/source"
  return $status
}

# ------------------------------------------------------------------------------------------------------------------- apply

run_apply() {
  sha256sum -c --status "$staged/manifest" 2>/dev/null || fail stagingBroken
  list_packages | cmp -s - "$staged/packages.before" || fail packagesChanged
  save_before || fail diskFull
  wait_for_package_lock

  event swap
  read_kernel
  rpm --import "$staged/target.key" || fail swapFailed
  # The scriptlets of the new kernel must not make it the default: a power cut a moment later would boot it for good.
  keep_default_kernel

  count_transaction || fail diskFull
  event transaction || fail diskFull
  trap '' HUP INT TERM PIPE
  target_repository "$staged" "$(sed -n 's/^repository_url=//p' "$S/jobs/$job_stage/job")" 1
  private_dnf "$staged" -C --setopt=persistdir=/var/lib/dnf --setopt=protected_packages="$(cat "$staged/protected")" shell "$staged/change" </dev/null >"$work/transaction.text" 2>&1
  tail -n 200 "$work/transaction.text"
  if ! list_packages | cmp -s - "$staged/packages.expected"; then
    if disk_ran_full "$work/transaction.text"; then rm -f "$S/ballast"; fail diskFull; fi
    list_packages | diff "$staged/packages.expected" - | head -n 40
    fail transactionFailed
  fi
  move_saved_repositories

  event kernel
  restore_default_setting
  new=$(newest_kernel "$job_kernel")
  [ -n "$new" ] || { say "no kernel $job_kernel*"; fail kernelIncomplete; }
  complete_kernel "$new" || fail kernelIncomplete
  old=$(cat "$staged/before/kernel.default")
  if [ -n "$old" ] && [ "$old" != "$new" ]; then
    kernel_is_complete "$old" || fail kernelIncomplete
    set_default_kernel "$old" || fail kernelIncomplete
  fi
  boot_once "$new" || fail kernelIncomplete
  reboot_node
}

# What the way back needs beside packages. Taken now, because services may have changed files since staging.
save_before() {
  before=$staged/before
  [ -e "$before/complete" ] && return 0
  rm -rf "$before"; mkdir -p "$before" || return 1
  list_keys >"$before/keys" && export_keys >"$before/keys.asc"
  default_kernel >"$before/kernel.default"
  fingerprint_lines >"$before/fingerprint" || return 1
  configuration_files | while read -r file; do [ -e "$file" ] && printf '%s\n' "${file#/}"; done >"$before/files"
  residue_files >"$before/residue"
  ls -1 /etc/yum.repos.d >"$before/repos"
  tar -C / -cf "$before/files.tar" --no-recursion -T "$before/files" || return 1
  sync
  : >"$before/complete"
}

count_transaction() {
  read_number "$job_dir/transactions"; write_file "$job_dir/transactions" $((number + 1)) || return 1
  read_number "$S/transactions"; write_file "$S/transactions" $((number + 1)) || return 1
  sync_directory "$S"
}

package_lock_holders() {
  for p in /proc/[0-9]*; do
    comm=; read -r comm <"$p/comm" 2>/dev/null || continue
    case $comm in dnf | dnf-3 | dnf-automatic | yum | rpm | rpmdb | packagekitd | leapp | convert2rhel | microdnf) printf '%s (%s)\n' "$comm" "${p##*/}" ;; esac
  done
  return 0
}
wait_for_package_lock() {
  tries=0
  while [ -n "$(package_lock_holders)" ]; do
    tries=$((tries + 1))
    if [ "$tries" -gt 30 ]; then package_lock_holders; fail packageLockHeld; fi
    sleep 1
  done
}

disk_ran_full() { grep -qiE 'no space left|disk is full|more space needed|database or disk' "$1" || [ "$(free_kib /)" -lt 2048 ] || [ "$(free_kib /boot)" -lt 256 ]; }

# Configuration that a package left behind as .rpmsave tells dnf nothing, but a restore wants to find the folder as it was.
move_saved_repositories() {
  mkdir -p "$work/rpmsave"
  for file in /etc/yum.repos.d/*.rpmsave; do [ -e "$file" ] && mv "$file" "$work/rpmsave/"; done
  return 0
}

# ------------------------------------------------------------------------------------------------------------ boot loader

installed_kernels() { rpm -qa --qf '%{NAME} %{VERSION}-%{RELEASE}.%{ARCH}\n' 'kernel-core' 'kernel' | awk '{ if ($1 == "kernel-core") core[$2] = 1; else plain[$2] = 1 } END { n = 0; for (k in core) { print k; n++ } if (!n) for (k in plain) print k }' | sort -V; }
newest_kernel() { installed_kernels | awk -v p="$1" 'index($0, p) == 1' | tail -n 1; }
boot_entry() {
  for entry in /boot/loader/entries/*-"$1".conf; do
    if [ -e "$entry" ]; then entry=${entry##*/}; printf '%s\n' "${entry%.conf}"; return 0; fi
  done
  if [ ! -d /boot/loader/entries ]; then grubby --info="/boot/vmlinuz-$1" 2>/dev/null | sed -n 's/^index=//p' | head -n 1; fi
}
kernel_is_complete() { [ -s "/boot/vmlinuz-$1" ] && [ -s "/boot/initramfs-$1.img" ] && [ -d "/lib/modules/$1" ] && [ -n "$(boot_entry "$1")" ]; }
incomplete_kernels() { for k in $(installed_kernels); do { [ -s "/boot/vmlinuz-$k" ] && [ -s "/boot/initramfs-$k.img" ]; } || printf '%s\n' "$k"; done; }
# An interrupted or cheated transaction leaves a kernel whose %posttrans never ran, and every package check calls that healthy.
complete_kernel() {
  kernel_is_complete "$1" && return 0
  say "kernel $1 lacks its image, initramfs or boot entry: adding it again"
  kernel-install add "$1" "/lib/modules/$1/vmlinuz"
  kernel_is_complete "$1" && return 0
  for file in $(grep -E '/kernel-core-|/kernel-[0-9]' "$staged/forward.files"); do rpm -U --replacepkgs --replacefiles --oldpackage --nodeps "$file"; done
  kernel_is_complete "$1"
}
default_kernel() { k=$(grubby --default-kernel 2>/dev/null); k=${k##*/vmlinuz-}; printf '%s\n' "$k"; }
set_default_kernel() {
  [ "$(default_kernel)" = "$1" ] || grubby --set-default="/boot/vmlinuz-$1" >/dev/null 2>&1
  grub2-editenv - unset next_entry 2>/dev/null
  [ "$(default_kernel)" = "$1" ]
}
boot_once() {
  entry=$(boot_entry "$1")
  [ -n "$entry" ] || return 1
  grub2-reboot "$entry" || grub2-editenv - set "next_entry=$entry"
  grub2-editenv - list | grep -qF "next_entry=$entry"
}
keep_default_kernel() {
  [ -f /etc/sysconfig/kernel ] && grep -q '^UPDATEDEFAULT=yes' /etc/sysconfig/kernel || return 0
  cp -p /etc/sysconfig/kernel "$work/sysconfig.kernel"
  sed 's/^UPDATEDEFAULT=yes/UPDATEDEFAULT=no/' "$work/sysconfig.kernel" >/etc/sysconfig/kernel
}
restore_default_setting() { [ ! -e "$work/sysconfig.kernel" ] || { cat "$work/sysconfig.kernel" >/etc/sysconfig/kernel; touch -r "$work/sysconfig.kernel" /etc/sysconfig/kernel; }; }

reboot_node() {
  sync
  event rebooting || { rm -f "$S/ballast"; event rebooting; }
  sync
  say 'rebooting'
  if [ -d /run/systemd/system ]; then systemctl --no-block reboot; else reboot; fi
  sleep 90
  reboot -f
  sleep 60
  fail rebootFailed
}

# ----------------------------------------------------------------------------------------------------------------- reverse

# Back to the packages, the configuration and the boot entry of before, from wherever the change stopped. Every part looks at what is
# there first, so that a reverse that was itself cut can be begun again.
run_reverse() {
  before=$staged/before
  sha256sum -c --status "$staged/manifest" 2>/dev/null || fail stagingBroken
  if [ ! -e "$before/complete" ]; then say 'nothing was ever begun'; end_job 0 - done; fi
  trap '' HUP INT TERM PIPE
  rm -f "$S/ballast"
  old=$(cat "$before/kernel.default")
  event swap
  # The old kernel first: from here on a power cut leads back to it.
  if [ -n "$old" ]; then complete_kernel "$old" && set_default_kernel "$old" || fail kernelIncomplete; fi
  rpmdb --verifydb >/dev/null 2>&1 || { say 'rebuilding the package database'; rpmdb --rebuilddb || fail databaseBroken; }

  if ! list_packages | cmp -s - "$staged/packages.before"; then
    wait_for_package_lock
    count_transaction || fail diskFull
    event transaction || fail diskFull
    put_packages_back || { if [ "$(free_kib /)" -lt 2048 ]; then fail diskFull; fi; fail transactionFailed; }
  fi
  event kernel
  put_keys_back
  put_files_back || fail diskFull
  [ -z "$old" ] || { complete_kernel "$old" && set_default_kernel "$old"; } || fail kernelIncomplete
  fingerprint_lines >"$work/fingerprint.after"
  if ! cmp -s "$work/fingerprint.after" "$before/fingerprint"; then diff "$before/fingerprint" "$work/fingerprint.after" | head -n 60; fail fingerprintDiffers; fi
  say 'as before'
  reboot_node
}

put_packages_back() {
  list_packages >"$work/now"
  comm -13 "$staged/packages.before" "$work/now" | sed 's/ .*//' >"$work/extra"
  comm -23 "$staged/packages.before" "$work/now" | sed 's/ .*//' >"$work/missing"
  # Names that were there before are put back by an upgrade to the old version; all others go, and so do kernels, which never replace each other.
  sed 's/ .*//; s/-[0-9]*:[^ ]*$//' "$staged/packages.before" | sort -u >"$work/names.before"
  while read -r package; do
    name=${package%-*:*}
    case $name in kernel | kernel-core | kernel-modules | kernel-modules-* | kernel-devel) printf '%s\n' "$package" ;; *) grep -qxF "$name" "$work/names.before" || printf '%s\n' "$package" ;; esac
  done <"$work/extra" | without_epoch >"$work/erase"
  say "packages: $(wc -l <"$work/missing") back, $(wc -l <"$work/erase") off"
  # shellcheck disable=SC2046
  if [ -s "$work/erase" ]; then rpm -e --nodeps --allmatches $(cat "$work/erase") || return 1; fi
  : >"$work/upgrade.files"; : >"$work/install.files"
  while read -r file; do
    this=$(rpm -qp --nosignature --qf "$nevra" "$file")
    grep -qxF "$this" "$work/missing" || awk -v f="${this%-*:*}" '{ n = $0; sub(/-[0-9]*:[^ ]*$/, "", n); if (n == f) found = 1 } END { exit !found }' "$work/extra" || continue
    case ${file##*/} in kernel-*) printf '%s\n' "$file" >>"$work/install.files" ;; *) printf '%s\n' "$file" >>"$work/upgrade.files" ;; esac
  done <"$staged/backward.files"
  # shellcheck disable=SC2046
  if [ -s "$work/upgrade.files" ]; then rpm -U --oldpackage --replacepkgs --replacefiles --nodeps $(cat "$work/upgrade.files") || return 1; fi
  if [ -s "$work/install.files" ]; then rpm -i --replacepkgs --replacefiles --nodeps $(cat "$work/install.files") || return 1; fi
  # What a cut left twice: the newer copy of a name that is now there in its old version.
  list_packages >"$work/now"
  comm -13 "$staged/packages.before" "$work/now" | without_epoch >"$work/extra"
  # shellcheck disable=SC2046
  if [ -s "$work/extra" ]; then rpm -e --nodeps --noscripts --allmatches $(cat "$work/extra") || return 1; fi
  list_packages | cmp -s - "$staged/packages.before" && return 0
  list_packages | diff "$staged/packages.before" - | head -n 40
  return 1
}

put_keys_back() {
  list_keys >"$work/keys.now"
  for key in $(comm -13 "$before/keys" "$work/keys.now"); do rpm -e --allmatches "$key"; done
  [ -z "$(comm -23 "$before/keys" "$work/keys.now")" ] || rpm --import "$before/keys.asc"
}

# Only files that packages own and repository files come back; what services wrote anywhere else is theirs.
put_files_back() {
  tar -C / -xpf "$before/files.tar" || return 1
  configuration_files | while read -r file; do grep -qxF "${file#/}" "$before/files" || { [ -e "$file" ] && rm -f "$file"; }; done
  residue_files | while read -r file; do grep -qxF "$file" "$before/residue" || rm -f "$file"; done
  for file in /etc/yum.repos.d/*; do [ -e "$file" ] && { grep -qxF "${file##*/}" "$before/repos" || rm -f "$file"; }; done
  return 0
}

# ------------------------------------------------------------------------------------------------------------- fingerprint

# Files that live while a system lives are no part of what a migration changes, and bringing them back would take passwords away.
living_files='^/etc/(passwd|shadow|group|gshadow|subuid|subgid|hosts|hostname|resolv\.conf|mtab|adjtime|machine-id|ld\.so\.cache|fstab)-?$'
configuration_files() {
  {
    rpm -qac | grep '^/etc/' | grep -vE "$living_files"
    find /etc/yum.repos.d /etc/dnf/vars /etc/yum/vars /etc/dnf/modules.d -maxdepth 1 -type f 2>/dev/null
    for file in /etc/dnf/dnf.conf /etc/yum.conf /etc/sysconfig/kernel /etc/default/grub; do [ -e "$file" ] && printf '%s\n' "$file"; done
  } | sort -u
}
residue_files() { find /etc \( -name '*.rpmnew' -o -name '*.rpmsave' -o -name '*.rpmorig' \) 2>/dev/null | sort; }
fingerprint_lines() {
  {
    list_packages | sed 's/^/package /'
    list_keys | sed 's/^/key /'
    for file in /etc/os-release /etc/redhat-release /etc/system-release; do [ -e "$file" ] && printf 'identity %s %s\n' "$file" "$(sha256sum <"$file" | cut -c1-64)"; done
    configuration_files | while read -r file; do [ -f "$file" ] && printf '%s\n' "$file"; done | tr '\n' '\0' | xargs -0 -r sha256sum 2>/dev/null | awk '{ print "configuration " $2 " " $1 }'
    residue_files | sed 's/^/residue /'
    for file in /boot/loader/entries/*.conf; do [ -e "$file" ] && printf 'entry %s %s\n' "${file##*/}" "$(sha256sum <"$file" | cut -c1-64)"; done
    printf 'default %s\n' "$(default_kernel)"
    for file in /boot/vmlinuz-*; do [ -s "$file" ] && printf 'image %s %s\n' "$file" "$(sha256sum <"$file" | cut -c1-64)"; done
    for file in /boot/initramfs-*.img; do [ -s "$file" ] && printf 'initramfs %s\n' "$file"; done
  } | sort
}
verb_fingerprint() {
  lines=$(fingerprint_lines)
  put skein 1
  sum=$(printf '%s\n' "$lines" | sha256sum); put fingerprint "${sum%% *}"
  # Lines of thousands of packages compress well and would be most of the reply otherwise.
  reply="${reply}lines.gz.b64=$(printf '%s\n' "$lines" | gzip -9 -n | base64 | tr -d '\n')$nl"
  finish
}

# ------------------------------------------------------------------------------------------------------- inspect and verify

put_system() {
  os_id= os_version=
  if [ -r /etc/os-release ]; then
    os_id=$(sed -n 's/^ID=//p' /etc/os-release | tr -d "\"'" | head -n 1)
    os_version=$(sed -n 's/^VERSION_ID=//p' /etc/os-release | tr -d "\"'" | head -n 1)
  fi
  put64 os_id "$os_id"; put64 os_version "$os_version"
  read_kernel; put64 kernel_running "$kernel_running"
  put64 kernels_without_images "$(incomplete_kernels)"
  put64 duplicate_packages "$(duplicate_packages)"
  put64 services "$(list_services)"
  put64 mounts "$(awk '$3 !~ /^(proc|sysfs|devtmpfs|devpts|tmpfs|cgroup2?|securityfs|pstore|bpf|debugfs|tracefs|mqueue|hugetlbfs|configfs|fusectl|autofs|rpc_pipefs|binfmt_misc|efivarfs|nsfs)$/ && $2 !~ /^\/(proc|sys|dev|run)\// { print $2 " " $3 }' /proc/self/mounts | sort -u)"
  put64 network "$({ ip -brief address 2>/dev/null | awk '{ sub(/@.*/, "", $1); for (i = 3; i <= NF; i++) if ($i !~ /^fe80:/) print $1, $i }'; ip route show default 2>/dev/null | awk '{ $1 = $1; print }'; } | sort -u)"
}
# Enabled services and how they are. A list that cannot be had is left out: the reader must not take it for an empty one.
list_services() {
  systemctl list-unit-files --type=service --state=enabled --no-legend --no-pager 2>/dev/null | awk '$1 ~ /\.service$/ && $1 !~ /@\.service$/ { print $1 }' | sort -u | while read -r unit; do
    state=$(systemctl is-active "$unit" 2>/dev/null </dev/null); printf '%s=%s\n' "$unit" "${state:-unknown}"
  done
}

verb_verify() {
  put skein 1; read_boot_id; put boot_id "$boot_id"
  temporary=$(mktemp -d "$S/tmp.XXXXXX") || refuse stateUnwritable
  trap 'rm -rf "$temporary"' EXIT
  check_packages "$temporary" &
  put_system
  put64 kernel_default "$(default_kernel)"
  put64 database_problem "$(rpmdb --verifydb 2>&1 >/dev/null || printf 'rpmdb --verifydb failed')"
  put64 leftover "$(for name in $r_names; do rpm -q --qf '%{NAME}\n' "$name" 2>/dev/null | grep -xF "$name"; done | sort -u)"
  list_packages >"$temporary/packages"
  put installed "$(($(wc -l <"$temporary/packages")))"
  sum=$(fingerprint_lines | sha256sum); put fingerprint "${sum%% *}"
  wait
  put64 check_problem "$(cat "$temporary/check")"
  finish
}
# dnf check says nothing and ends with 0 when all is well; anything else is a problem, also when it cannot run.
check_packages() {
  if ! timeout -k 2 60 dnf --noplugins -q -C --setopt=cachedir="$1/check.cache" --setopt=persistdir="$1/check.persist" --setopt=logdir="$1/check.logs" check >"$1/check.text" 2>&1 </dev/null; then
    { head -n 20 "$1/check.text"; printf 'dnf check failed\n'; } >"$1/check.new"
  else head -n 20 "$1/check.text" >"$1/check.new"; fi
  mv "$1/check.new" "$1/check"
}

verb_inspect() {
  need repository_url.b64 repository_key.b64 target_os_id
  temporary=$(mktemp -d "$S/tmp.XXXXXX") || refuse stateUnwritable
  trap 'rm -rf "$temporary"' EXIT
  holders=$(package_lock_holders; if [ -d "$S/jobs" ] && lock; then settle_all; unlock; [ "$open_jobs" = 0 ] || printf 'a Skein job\n'; fi)
  identity=$(identity_packages "$r_os")
  printf '%s\n' "$r_key" >"$temporary/target.key"
  predict_change "$temporary" &
  check_packages "$temporary" &
  put skein 1
  put_system
  put64 machine_id "$(cat /etc/machine-id 2>/dev/null)"
  put64 architecture "$(uname -m)"
  put64 os_minor "$(rpm -q --whatprovides system-release --qf '%{VERSION}\n' 2>/dev/null | head -n 1 | grep -E '^[0-9.]+$')"
  put64 release_providers "$(rpm -q --whatprovides system-release redhat-release --qf '%{NAME}\n' 2>/dev/null | grep -E '^[A-Za-z0-9_.+-]+$' | sort -u)"
  put64 identity_packages "$identity"
  put64 target_identity_packages "$(target_identity_packages "$r_os")"
  put64 container "$({ systemd-detect-virt -c 2>/dev/null | grep -v '^none$'; [ -e /.dockerenv ] && echo docker; [ -e /run/.containerenv ] && echo podman; } | head -n 1)"
  put64 memory_available "$(awk '$1 == "MemAvailable:" { print $2 }' /proc/meminfo)"
  put64 swap_free "$(awk '$1 == "SwapFree:" { print $2 }' /proc/meminfo)"
  put64 lock_holders "$holders"
  put64 missing_tools "$(for tool in dnf rpm rpmkeys rpmdb tar gzip sha256sum base64 flock setsid awk sed grep timeout xargs comm diff grubby grub2-reboot grub2-editenv kernel-install systemctl ip; do command -v "$tool" >/dev/null 2>&1 || printf '%s\n' "$tool"; done)"
  put64 automatic_updaters "$(for unit in yum-cron.service dnf-automatic.timer dnf-automatic-install.timer dnf-automatic-download.timer packagekit.service; do [ "$(systemctl is-enabled "$unit" 2>/dev/null)" = enabled ] && printf '%s\n' "$unit"; done)"
  put64 version_locks "$({ sed -n '/^[^#[:space:]]/p' /etc/dnf/plugins/versionlock.list /etc/yum/pluginconf.d/versionlock.list 2>/dev/null; sed -n 's/^exclude\(pkgs\)\{0,1\} *= *\(..*\)$/exclude=\2/p' /etc/dnf/dnf.conf /etc/yum.conf /etc/yum.repos.d/*.repo 2>/dev/null; } | sort -u)"
  put64 kernel_newest "$(installed_kernels | tail -n 1)"
  put64 kernel_running_vendor "$(rpm -q --qf '%{VENDOR}\n' "kernel-core-$kernel_running" 2>/dev/null || rpm -q --qf '%{VENDOR}\n' "kernel-$kernel_running" 2>/dev/null)"
  put64 root_free "$(free_kib /)"; put64 boot_free "$(free_kib /boot)"; put64 var_free "$(free_kib /var)"
  put64 inodes_used "$(df -Pi / 2>/dev/null | awk 'NR == 2 { sub(/%/, "", $5); print $5 }' | grep -E '^[0-9]+$')"
  put64 third_party_modules "$({ find /lib/modules/*/extra /lib/modules/*/updates -name '*.ko*' 2>/dev/null; rpm -qa --qf '%{NAME}\n' 'kmod-*' dkms 2>/dev/null | grep -vxE 'kmod(-libs)?'; } | sort -u)"
  put64 third_party_packages "$(third_party_packages "$r_os" | awk -F '\t' '{ print $1 " (" $2 ")" }')"
  sum=$(fingerprint_lines | sha256sum); put fingerprint "${sum%% *}"
  database=$(rpmdb --verifydb 2>&1 >/dev/null || printf 'rpmdb --verifydb failed')
  wait
  put64 database_problem "$database$(cat "$temporary/check")"
  put64 repository_problem "$(cat "$temporary/repository.problem" 2>/dev/null || echo 'the repository was not asked')"
  put64 key_problem "$(cat "$temporary/key.problem" 2>/dev/null || echo 'the key was not tried')"
  put64 requires_identity "$(cat "$temporary/requires" 2>/dev/null || echo 'rpm -e --test did not run')"
  if [ -e "$temporary/predicted" ]; then
    put64 prediction_problem "$(cat "$temporary/prediction.problem" 2>/dev/null)"
    for action in install upgrade downgrade remove; do put64 "prediction.$action" "$(awk -v a="$action" '$1 == a || (a == "remove" && $1 == "obsolete") { print $2 "." $3 " " $4 }' "$temporary/plan" | sort -u)"; done
    put64 prediction_sizes "$(cat "$temporary/sizes")"
  fi
  put64 clock "$(date +%s.%N)"
  finish
}

# Everything that asks the target repository, beside the rest of inspect. Files say how far it came.
predict_change() {
  exec >/dev/null 2>&1 </dev/null
  t=$1
  mkdir "$t/keys"
  if rpmkeys --dbpath "$t/keys" --import "$t/target.key" >"$t/key.text" 2>&1; then : >"$t/key.problem"; else head -n 3 "$t/key.text" >"$t/key.problem"; fi
  [ -z "$identity" ] || rpm -e --test $identity 2>&1 | sed -n 's/^[[:space:]]*\(.* is needed by .*\)$/\1/p' >"$t/requires.all"
  target_repository "$t" "$r_url" 0
  bounded 20 list_available "$t" >"$t/available" 2>"$t/available.text"
  asked=$?
  if [ "$asked" != 0 ] || [ ! -s "$t/available" ]; then
    { grep -v '^$' "$t/available.text" | tail -n 3; echo 'no package list from the target repository'; } >"$t/repository.problem"
    cp "$t/requires.all" "$t/requires" 2>/dev/null || : >"$t/requires"
    return 0
  fi
  if grep -q "^$r_os-release " "$t/available"; then : >"$t/repository.problem"; else echo "no $r_os-release in the target repository" >"$t/repository.problem"; fi
  # What the target's own release package provides is not missed when the source's goes.
  while read -r needed; do
    capability=${needed% is needed by *}
    [ -n "$(private_dnf "$t" -q -C repoquery --repo=skein-target --qf '%{name}' --whatprovides "$capability" 2>/dev/null)" ] || printf '%s\n' "$needed"
  done <"$t/requires.all" >"$t/requires.new"
  mv "$t/requires.new" "$t/requires"
  write_change "$t/change" "$identity" "$r_os"
  private_dnf "$t" -C --setopt=protected_packages="$(protected_list "$r_os")" --assumeno shell "$t/change" >"$t/plan.text" 2>&1
  read_plan <"$t/plan.text" >"$t/plan"
  if [ "$(tail -n 1 "$t/plan")" != complete ]; then
    : >"$t/plan"; echo '0 0' >"$t/sizes"
    { plan_problem "$t/plan.text"; echo 'the solver found no solution'; } >"$t/prediction.problem"
  else
    grew=$(awk 'NR == FNR { if ($1 ~ /^(install|upgrade|downgrade)$/) want[$2 " " $3 " " $4] = 1; next } { evr = $3; sub(/^0:/, "", evr); if (($1 " " $2 " " evr) in want) { i += $4; d += $5 } } END { printf "%d %d", d / 1024 + 1, i / 1024 + 1 }' "$t/plan" "$t/available")
    shrank=$(awk '$1 ~ /^(upgrade|downgrade|remove|obsolete)$/ { print $2 "." $3 }' "$t/plan" | sort -u | xargs -r rpm -q --qf '%{SIZE}\n' 2>/dev/null | awk '/^[0-9]+$/ { s += $1 } END { printf "%d", s / 1024 }')
    printf '%s %s\n' "${grew% *}" "$((${grew#* } - shrank))" >"$t/sizes"
  fi
  : >"$t/predicted"
}

# ------------------------------------------------------------------------------------------------------------------ follow

# One open channel: a hello, then every event after from_seq, then new ones as they come. It costs one sleep every half second; a reader
# that went away is noticed by the next write.
frame() { printf 'frame %s\n%s\n' "${#1}" "$1"; }
verb_follow() {
  need from_seq
  open_state
  lock || refuse stateLocked
  settle_all; put_node; put_jobs
  frame "kind=hello$nl$reply"
  read_number "$S/incarnation"; incarnation=$number
  sent=$r_from
  send_events
  unlock
  read_uptime; begun=$uptime_seconds beat=$uptime_seconds swept=$uptime_seconds
  while [ $((uptime_seconds - begun)) -lt "$FOLLOW_LIMIT" ]; do
    sleep 0.5
    read_uptime
    if [ $((uptime_seconds - swept)) -ge 2 ] && any_alive; then swept=$uptime_seconds; if lock; then settle_all; unlock; fi; fi
    read_number "$S/seq"
    if [ "$number" -gt "$sent" ]; then
      if lock; then read_number "$S/incarnation"; incarnation=$number; send_events; unlock; fi
      beat=$uptime_seconds
    elif [ $((uptime_seconds - beat)) -ge 3 ]; then
      beat=$uptime_seconds
      frame "kind=heartbeat${nl}boot_id=$boot_id${nl}uptime=$uptime$nl"
    fi
  done
}
any_alive() { for path in "$S"/jobs/*/state; do [ -e "$path" ] || continue; read -r _ _ _ _ job_status <"$path"; case $job_status in *:alive:*) return 0 ;; esac; done; return 1; }
send_events() {
  events=$(cat "$S"/jobs/*/events 2>/dev/null | awk -v from="$sent" '$1 + 0 > from + 0 { print $1, $5 }' | sort -n)
  while read -r number status; do
    [ -n "$number" ] || continue
    frame "kind=job${nl}incarnation=$incarnation${nl}job.1=$status$nl"
    sent=$number
  done <<END
$events
END
}

# -------------------------------------------------------------------------------------------------------------------- main

main() {
  verb=${1:-}
  if [ "$verb" = job ]; then verb_job "${2:-}"; exit; fi
  case $verb in
    hello | inspect | launch | status | follow | verify | fingerprint | adopt | log | cleanup | ping | commit_kernel) read_request ;;
    *) echo 'usage: runner VERB <request' >&2; exit 64 ;;
  esac
  case $verb in ping | follow) ;; *) open_state ;; esac
  "verb_$verb"
}

# The whole file is read before anything happens, so that replacing it does not change a job that runs.
main "$@"
exit
