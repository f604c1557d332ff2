const void *s = L"a" u"b"; // error: strings with prefix `L` and `u` can't be joined
