int main(void) {
    double d = 0.0 / 0.0;
    return (int)d; // trap: FloatToIntError: conversion of NaN to int
}
