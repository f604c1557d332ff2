%:include <stdio.h>
%:define FOUR 4
int main(void) <%
    int a<:2:> = {FOUR, 5};
    printf("%d %d\n", a<:0:>, a[1]); // expect: 4 5
%>
