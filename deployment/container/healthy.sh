#!/bin/bash
# Is this node ready? Needs nothing but bash: the image has no other client.
exec 3<> "/dev/tcp/127.0.0.1/${AEO_PORT:-8080}" || exit 1
printf 'GET /health/ready HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' >&3
read -r -t 5 _ status _ <&3 && [ "$status" = 200 ]
