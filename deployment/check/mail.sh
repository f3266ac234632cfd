#!/bin/bash
# Plays the round trip of a mail with Debian's Postfix and Dovecot on loopback: a mail to a unit becomes an enquiry, the
# letters arrive in the asker's mailbox in one conversation, his reply joins it; a mail nobody can get comes back and is
# known as such.
#
#   mail.sh           in a checkout that was built (mvn package); other arguments go to Maven, such as -o
#
# Needs postfix, dovecot-imapd and dovecot-lmtpd, started by root; their own configuration and state are not touched.
# Ports from AEO_CHECK_PORT (18900): SMTP, LMTP, IMAP.
set -euo pipefail
source=$(readlink -f "$(dirname "$0")/../..")
port=${AEO_CHECK_PORT:-18900}
place=$(mktemp -d)
chmod 755 "$place"
stop() {
    postfix -c "$place/postfix" stop > /dev/null 2>&1 < /dev/null || true
    doveadm -c "$place/dovecot.conf" stop > /dev/null 2>&1 || true
    rm -rf "$place"
}
trap stop EXIT

mkdir -p "$place"/{postfix,queue,data,mail,run}
chown postfix "$place/data"
chown mail:mail "$place/mail"
cat > "$place/dovecot.conf" << END
base_dir = $place/run
log_path = $place/dovecot.log
protocols = imap lmtp
ssl = no
disable_plaintext_auth = no
mail_location = maildir:$place/mail/%u
mail_uid = mail
mail_gid = mail
first_valid_uid = 1
recipient_delimiter = +
lmtp_save_to_detail_mailbox = no
default_internal_user = dovecot
default_login_user = dovenull
passdb {
  driver = static
  args = password=round-trip
}
userdb {
  driver = static
  args = uid=mail gid=mail home=$place/mail/%u allow_all_users=yes
}
protocol lmtp {
  auth_username_format = %Lu
}
service imap-login {
  inet_listener imap {
    address = 127.0.0.1
    port = $((port + 2))
  }
  inet_listener imaps {
    port = 0
  }
}
service lmtp {
  inet_listener lmtp {
    address = 127.0.0.1
    port = $((port + 1))
  }
}
END
cat > "$place/postfix/main.cf" << END
compatibility_level = 3.6
queue_directory = $place/queue
data_directory = $place/data
command_directory = /usr/sbin
daemon_directory = /usr/lib/postfix/sbin
maillog_file = $place/postfix.log
maillog_file_prefixes = $place
myhostname = mail.test
mydestination =
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
mynetworks = 127.0.0.0/8
recipient_delimiter = +
virtual_mailbox_domains = customs.test, firm.test, known.test
virtual_transport = lmtp:inet:127.0.0.1:$((port + 1))
default_transport = error:5.1.1 user unknown
local_transport = error:5.1.1 no local mail
disable_dns_lookups = yes
smtpd_relay_restrictions = permit_mynetworks, reject
message_size_limit = 60000000
END
sed -E -e "s/^smtp +inet.*/127.0.0.1:$port inet n - n - - smtpd/" \
    -e 's/^([a-z]+ +(unix|fifo|unix-dgram) +[-ny] +[-ny] +)[-y]( )/\1n\3/' /etc/postfix/master.cf > "$place/postfix/master.cf"
dovecot -c "$place/dovecot.conf"
postfix -c "$place/postfix" start > /dev/null 2>&1 < /dev/null
for _ in $(seq 100); do
    (echo > "/dev/tcp/127.0.0.1/$port") 2> /dev/null && break
    sleep 0.1
done
cd "$source"
status=0
mvn -q -B -DskipChecks=true failsafe:integration-test@in-server failsafe:verify@in-server -Dit.test=EnquiryMailIT \
    -Daeo.post.port="$port" -Daeo.post.config="$place/postfix" "$@" || status=$?
if [ $status -ne 0 ]; then
    tail -n 40 "$place/postfix.log" "$place/dovecot.log" >&2
fi
exit $status
