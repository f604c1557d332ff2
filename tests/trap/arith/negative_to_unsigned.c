int main(void) {
    double d = -1;
    return (unsigned)d != 0; // trap: FloatToIntError: conversion of -1 to unsigned int
}
