"""What requests carries with it: urllib3, whose warnings scripts switch off."""

import sys

import urllib3

sys.modules["requests.packages.urllib3"] = urllib3
sys.modules["requests.packages.urllib3.exceptions"] = urllib3.exceptions
