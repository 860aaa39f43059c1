/// What is done about what goes wrong: it is logged, costs one request, and holds up nothing else.
package eventloop.faults;
