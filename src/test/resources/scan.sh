#!/bin/sh
# Stands in for a scanner: says of its standard input what it is marked with.
case $(grep -ao 'test-malware-[a-z]*' | head -n 1) in
    test-malware-found) exit 1 ;;
    test-malware-unknown) exit 2 ;;
    *) exit 0 ;;
esac
