#pragma once
struct once {
    int n;
};
