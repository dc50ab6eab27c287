//go:build linux

package main

import (
	"fmt"
	"os/exec"
	"strings"
	"testing"
)

// eisDovecot skips where Dovecot is another than the 2.3 of Debian 12: version 2.4 has other settings.
func eisDovecot(t *testing.T, programma string) {
	t.Helper()
	uit, err := exec.Command(programma, "--version").Output()
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(string(uit), "2.3.") {
		t.Skipf("Dovecot is %s; these tests have settings for 2.3", strings.TrimSpace(string(uit)))
	}
}

// dovecotConf has a Maildir for every mailbox, which it doesn't ask whether it exists.
func (s *postservers) dovecotConf() string {
	return strings.NewReplacer("MAP", s.top, "WIE", s.wie.Username, "GROEP", s.groep, "UID", s.wie.Uid, "WACHTWOORD", postwachtwoord,
		"OPEN", fmt.Sprint(s.imap.open), "TLS", fmt.Sprint(s.imap.tls)).Replace(`
base_dir = MAP/dovecot
state_dir = MAP/dovecot/state
log_path = /dev/stderr
protocols = imap
default_internal_user = WIE
default_internal_group = GROEP
default_login_user = WIE
first_valid_uid = 1
ssl = yes
ssl_cert = <MAP/certificaat.pem
ssl_key = <MAP/sleutel.pem
disable_plaintext_auth = no
auth_mechanisms = plain login
auth_failure_delay = 0
mail_max_userip_connections = 100
mail_location = maildir:~/Maildir
passdb {
  driver = static
  args = password=WACHTWOORD
}
userdb {
  driver = static
  args = uid=UID gid=GROEP home=MAP/post/%d/%n
}
service anvil {
  chroot =
}
service stats {
  chroot =
}
service imap-login {
  chroot =
  inet_listener imap {
    address = 127.0.0.1
    port = OPEN
  }
  inet_listener imaps {
    address = 127.0.0.1
    port = TLS
  }
}
`)
}
