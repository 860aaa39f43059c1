/// Any server in any language, from outside: what it is, and how far through the course it has come.
package eventloop.lab.study.blackbox;
