number x;
