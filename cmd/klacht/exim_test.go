//go:build linux

package main

import (
	"fmt"
	"strings"
)

// eximConf takes mail from who logs in, for a mailbox that there is, and for nobody else: there is one router, and no transport over the network.
func (s *postservers) eximConf() string {
	return strings.NewReplacer("MAP", s.top, "WIE", s.wie.Username, "GROEP", s.groep, "WACHTWOORD", postwachtwoord,
		"OPEN", fmt.Sprint(s.smtp.open), "TLS", fmt.Sprint(s.smtp.tls)).Replace(`
exim_user = WIE
exim_group = GROEP
admin_groups = GROEP
never_users = root
primary_hostname = mail.example.nl
spool_directory = MAP/exim
log_file_path = MAP/exim-%slog
keep_environment =
host_lookup =
rfc1413_query_timeout = 0s
smtp_accept_max = 0
chunking_advertise_hosts =
local_interfaces = 127.0.0.1
daemon_smtp_ports = OPEN : TLS
tls_on_connect_ports = TLS
tls_advertise_hosts = *
tls_certificate = MAP/certificaat.pem
tls_privatekey = MAP/sleutel.pem
domainlist eigen = example.nl : example.org
acl_smtp_rcpt = ontvanger

begin acl
ontvanger:
  deny
    !authenticated = *
    message = meld u eerst aan
  deny
    !domains = +eigen
    message = alleen example.nl en example.org
  require
    verify = recipient
  accept

begin routers
postvak:
  driver = accept
  domains = +eigen
  address_data = ${lookup {$local_part} dsearch,filter=dir {MAP/post/$domain_data} {MAP/post/$domain_data/$value} fail}
  transport = maildir

begin transports
maildir:
  driver = appendfile
  maildir_format
  directory = $address_data/Maildir
  create_directory
  delivery_date_add
  envelope_to_add
  return_path_add
  user = WIE

begin authenticators
plain:
  driver = plaintext
  public_name = PLAIN
  server_set_id = $auth2
  server_prompts = :
  server_condition = ${if eq {$auth3} {WACHTWOORD}}
login:
  driver = plaintext
  public_name = LOGIN
  server_set_id = $auth1
  server_prompts = User Name : Password
  server_condition = ${if eq {$auth2} {WACHTWOORD}}
`)
}
